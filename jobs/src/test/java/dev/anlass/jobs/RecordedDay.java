package dev.anlass.jobs;

import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.jobs.demo.GeneratedEvents;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A day to run through the job: a recorded stream and its fences if they are at hand, in {@code ../shared/data} beside the
 * checkout or in the folder that the system property {@code anlass.recorded} names; else a generated one.
 *
 * @param partitions in how many partitions its results do not depend on which is read first: a generated day has
 *     withdrawals, and whether a wait came due before one depends on how far time has passed for all
 */
record RecordedDay(String title, List<String> events, String fences, int partitions) {

    private static final long SEED = 11;
    private static final int CUSTOMERS = 500;
    private static final Path BUNDLED_FENCES = Path.of("../rules/fences/zurich.geojson");

    static RecordedDay findOrGenerate(String name) throws IOException {
        return find(name).orElse(generated());
    }

    private static RecordedDay generated() throws IOException {
        RuleFiles rules = RuleFiles.read(Path.of("../rules"));
        var bundle = Objects.requireNonNull(Rulebook.load(rules, null).bundle());
        List<String> events = new ArrayList<>();
        try (GeneratedEvents day = new GeneratedEvents(SEED, CUSTOMERS, bundle.fences())) {
            for (byte[] event = day.next(); event != null; event = day.next()) {
                events.add(new String(event, StandardCharsets.UTF_8));
            }
        }
        return new RecordedDay("generated day, seed " + SEED, events, Files.readString(BUNDLED_FENCES), 1);
    }

    private static Optional<RecordedDay> find(String name) {
        Path folder = Path.of(System.getProperty("anlass.recorded", "../../shared/data"));
        Path events = folder.resolve(name + ".ndjson.gz");
        Path fences = folder.resolve(name + ".fences.geojson");
        if (!Files.isReadable(events) || !Files.isReadable(fences)) {
            return Optional.empty();
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(events)), StandardCharsets.UTF_8))) {
            return Optional.of(new RecordedDay(name, lines.lines().toList(), Files.readString(fences), 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
