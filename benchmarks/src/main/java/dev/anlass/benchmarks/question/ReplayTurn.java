package dev.anlass.benchmarks.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.benchmarks.measure.Contender;
import dev.anlass.benchmarks.measure.Meter;
import dev.anlass.benchmarks.measure.Run;
import dev.anlass.benchmarks.measure.Used;
import dev.anlass.jobs.cli.Anlass;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A replay as the command line makes it, in this process; what reading the rules takes is not counted. */
final class ReplayTurn implements Contender {

    private final String name;
    private final Path rules;
    private final List<String> files;
    private final Path nothing;

    /**
     * @param times how often the file is read, one time behind the other
     * @param nothing a file without a line
     */
    ReplayTurn(String name, Path rules, Path events, int times, Path nothing) {
        this.name = name;
        this.rules = rules;
        this.files = Collections.nCopies(times, events.toString());
        this.nothing = nothing;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Run run() throws IOException {
        try (TemporaryDirectory out = TemporaryDirectory.create()) {
            Used ofRules = replayed(List.of(nothing.toString()), out.path());
            Used all = replayed(files, out.path());
            JsonNode summary = new ObjectMapper()
                    .readTree(out.path().resolve("summary.json").toFile());
            long events =
                    summary.path("events").asLong() - summary.path("ticks").asLong();
            Map<String, Long> counts = Map.of("matched", summary.path("matched").asLong());
            return new Run(events, difference(all, ofRules), counts);
        }
    }

    private Used replayed(List<String> events, Path out) {
        List<String> words = new ArrayList<>(List.of("replay", "--rules", rules.toString(), "--out", out.toString()));
        words.add("--events");
        words.addAll(events);
        PrintWriter silent = new PrintWriter(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Meter meter = Meter.started();
        int exitCode = Anlass.commandLine(silent, silent).execute(words.toArray(String[]::new));
        if (exitCode != 0) {
            throw new IllegalStateException("anlass " + String.join(" ", words) + " ended with " + exitCode);
        }
        return meter.used();
    }

    private static Used difference(Used more, Used less) {
        return new Used(
                more.processorSeconds() - less.processorSeconds(),
                more.wallSeconds() - less.wallSeconds(),
                more.allocatedBytes() - less.allocatedBytes(),
                more.collectingSeconds() - less.collectingSeconds());
    }
}
