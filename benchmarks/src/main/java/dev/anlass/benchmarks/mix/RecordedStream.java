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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A recorded stream under the bundled rules, with the fences that were recorded with it. As in a mix, a fifth as many events
 * as are measured come before them.
 */
public final class RecordedStream implements MeasuredStream {

    private static final Path DATA = Path.of(System.getProperty("anlass.recorded", "../shared/data"));
    private static final Path RULES = Path.of("rules");
    private static final Path FOLDER = Path.of("benchmarks", "target", "recorded");
    private static final String FENCES_OF_THE_RULES = "fences/zurich.geojson";
    private static final int EVENTS_TO_ONE_BEFORE = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final RuleFiles rules;
    private final Path directory;
    private final Written written;

    private RecordedStream(String name, RuleFiles rules, Path directory, Written written) {
        this.name = name;
        this.rules = rules;
        this.directory = directory;
        this.written = written;
    }

    /** Takes what lies in the folder of recorded streams under this name; run from the root of the project. */
    public static RecordedStream written(String name) {
        return written(DATA, name, RULES, FOLDER.resolve(name));
    }

    static RecordedStream written(Path data, String name, Path rules, Path directory) {
        Path events = data.resolve(name + ".ndjson.gz");
        Path fences = data.resolve(name + ".fences.geojson");
        if (!Files.isReadable(events) || !Files.isReadable(fences)) {
            throw new IllegalArgumentException("there is no recorded stream " + events + " with " + fences
                    + ": put both there, or name another folder by -Danlass.recorded");
        }
        try (RecordWriter writer = new RecordWriter(directory, PARTITIONS)) {
            RuleFiles withFences = RuleFiles.read(rules).with(FENCES_OF_THE_RULES, Files.readString(fences));
            return new RecordedStream(name, withFences, directory, write(lines(events), writer));
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
            int partition = Math.floorMod(event.path("subject").asText().hashCode(), PARTITIONS);
            byte[] line = (lines.get(i) + "\n").getBytes(StandardCharsets.UTF_8);
            writer.event(event.path("type").asText(), line, partition, time);
        }
        return writer.end(time);
    }

    @Override
    public RuleFiles rules() {
        return rules;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public long measured() {
        return written.measured();
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("recorded", name);
        facts.put("measured_events", written.measured());
        facts.put("by_type", written.byType());
        facts.put("sha256", written.sha256());
        return facts;
    }
}
