package dev.anlass.benchmarks.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.benchmarks.mix.RecordFile.Cursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedStreamTest {

    private static final Path RULES = Path.of("..", "rules");
    private static final String FENCES = "{\"type\":\"FeatureCollection\",\"features\":[]}";

    @TempDir
    Path directory;

    @Test
    void everyRecordIsInOnePartitionAndTheFirstSixthIsNotMeasured() throws IOException {
        List<String> recorded =
                recorded("anna", "ben", "cara", "anna", "dora", "ben", "cara", "anna", "dora", "ben", "eve", "eve");

        MeasuredStream stream = RecordedStream.written(directory, "day", RULES, directory.resolve("written"));

        List<String> first = events(stream.records().partition(0), false);
        List<String> second = events(stream.records().partition(1), false);
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        assertThat(both).containsExactlyInAnyOrderElementsOf(recorded);
        assertThat(customers(first)).doesNotContainAnyElementsOf(customers(second));
        assertThat(events(stream.records().all(), false)).isEqualTo(recorded);
        assertThat(events(stream.records().all(), true)).isEqualTo(recorded.subList(2, 12));
        assertThat(stream.measured()).isEqualTo(10);
        assertThat(stream.facts()).containsEntry("recorded", "day").containsEntry("measured_events", 10L);
    }

    @Test
    void theRulesAreTheBundledOnesWithTheFencesOfTheStream() throws IOException {
        recorded("anna");

        MeasuredStream stream = RecordedStream.written(directory, "day", RULES, directory.resolve("written"));

        assertThat(stream.rules().text("fences/zurich.geojson")).isEqualTo(FENCES);
        assertThat(stream.rules().text("catalogue/events.yaml")).isNotNull();
    }

    @Test
    void whoHasNoRecordingIsToldWhereItBelongs() {
        assertThatThrownBy(() -> RecordedStream.written(directory, "night", RULES, directory.resolve("written")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("night.ndjson.gz")
                .hasMessageContaining("anlass.recorded");
    }

    private List<String> recorded(String... customers) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String customer : customers) {
            int number = lines.size();
            lines.add("{\"specversion\":\"1.0\",\"id\":\"e" + number
                    + "\",\"source\":\"urn:test\",\"type\":\"app.opened\"," + "\"subject\":\"" + customer
                    + "\",\"time\":\"2026-03-02T20:00:" + (10 + number) + "Z\",\"data\":{}}");
        }
        try (var out = new GZIPOutputStream(Files.newOutputStream(directory.resolve("day.ndjson.gz")))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(directory.resolve("day.fences.geojson"), FENCES);
        return lines;
    }

    /** Without the ticks between them. */
    private static List<String> events(Cursor records, boolean measuredOnly) {
        List<String> events = new ArrayList<>();
        while (records.advance()) {
            String line = new String(records.bytes(), StandardCharsets.UTF_8);
            if (!line.contains("\"tick\"") && (records.isMeasured() || !measuredOnly)) {
                events.add(line);
            }
        }
        return events;
    }

    private static List<String> customers(List<String> events) {
        return events.stream()
                .map(event -> event.replaceAll(".*\"subject\":\"([a-z]+)\".*", "$1"))
                .distinct()
                .toList();
    }
}
