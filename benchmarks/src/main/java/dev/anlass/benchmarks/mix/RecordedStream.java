package dev.anlass.benchmarks.mix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.benchmarks.mix.RecordWriter.Written;
import dev.anlass.engine.rulefile.RuleFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Makes a recorded stream ready to be measured under the bundled rules, with the fences that were recorded with it. As in a
 * mix, a fifth as many events as are measured come before them.
 */
public final class RecordedStream {

    private static final Path DATA = Path.of(System.getProperty("anlass.recorded", "../shared/data"));
    private static final Path RULES = Path.of("rules");
    private static final Path FOLDER = Path.of("benchmarks", "target", "recorded");
    private static final String FENCES_OF_THE_RULES = "fences/zurich.geojson";
    private static final int EVENTS_TO_ONE_BEFORE = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedStream() {}

    /** Takes what lies in the folder of recorded streams under this name; run from the root of the project. */
    public static MeasuredStream written(String name) {
        return written(DATA, name, RULES, FOLDER.resolve(name));
    }

    static MeasuredStream written(Path data, String name, Path rules, Path directory) {
        Path events = data.resolve(name + ".ndjson.gz");
        Path fences = data.resolve(name + ".fences.geojson");
        if (!Files.isReadable(events) || !Files.isReadable(fences)) {
            throw new IllegalArgumentException("there is no recorded stream " + events + " with " + fences
                    + ": put both there, or name another folder by JAVA_TOOL_OPTIONS=-Danlass.recorded=FOLDER");
        }
        try (RecordWriter writer = new RecordWriter(directory, MeasuredStream.PARTITIONS)) {
            RuleFiles withFences = RuleFiles.read(rules).with(FENCES_OF_THE_RULES, Files.readString(fences));
            Written written = write(lines(events), writer);
            return new MeasuredStream(withFences, directory, written, Map.of("recorded", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path events) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(events)), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    private static Written write(List<String> lines, RecordWriter writer) throws IOException {
        long time = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (i == lines.size() / EVENTS_TO_ONE_BEFORE) {
                writer.measureFromHere();
            }
            JsonNode event = JSON.readTree(lines.get(i));
            time = OffsetDateTime.parse(event.path("time").asText()).toInstant().toEpochMilli();
            int partition = Math.floorMod(event.path("subject").asText().hashCode(), MeasuredStream.PARTITIONS);
            byte[] line = (lines.get(i) + "\n").getBytes(StandardCharsets.UTF_8);
            writer.event(event.path("type").asText(), line, partition, time);
        }
        return writer.end(time);
    }
}
