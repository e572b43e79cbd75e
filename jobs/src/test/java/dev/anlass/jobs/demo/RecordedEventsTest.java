package dev.anlass.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedEventsTest {

    @TempDir
    Path directory;

    @Test
    void filesAreReadOneAfterTheOtherWithoutBlankLines() throws Exception {
        Path one = Files.writeString(directory.resolve("one"), "a\n\nb\n");
        Path none = Files.writeString(directory.resolve("none"), "");
        Path other = Files.writeString(directory.resolve("other"), "c");

        assertThat(all(new RecordedEvents(List.of(one, none, other)))).containsExactly("a", "b", "c");
    }

    private static List<String> all(EventStream events) throws Exception {
        List<String> all = new ArrayList<>();
        try (events) {
            for (byte[] record = events.next(); record != null; record = events.next()) {
                all.add(new String(record, StandardCharsets.UTF_8));
            }
        }
        return all;
    }
}
