package dev.anlass.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A recorded stream and its fences, if they are at hand: in {@code ../shared/data} beside the checkout, or in the folder that
 * the system property {@code anlass.recorded} names.
 */
record RecordedDay(List<String> events, String fences) {

    static Optional<RecordedDay> find(String name) {
        Path folder = Path.of(System.getProperty("anlass.recorded", "../../shared/data"));
        Path events = folder.resolve(name + ".ndjson.gz");
        Path fences = folder.resolve(name + ".fences.geojson");
        if (!Files.isReadable(events) || !Files.isReadable(fences)) {
            return Optional.empty();
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(events)), StandardCharsets.UTF_8))) {
            return Optional.of(new RecordedDay(lines.lines().toList(), Files.readString(fences)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
