package dev.anlass.benchmarks.question;

import dev.anlass.benchmarks.measure.Contender;
import dev.anlass.benchmarks.measure.Meter;
import dev.anlass.benchmarks.measure.Run;
import dev.anlass.benchmarks.measure.TemporaryDirectory;
import dev.anlass.benchmarks.measure.Used;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.replay.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** A replay as the command line makes it when it has read the rules. */
record ReplayTurn(String name, Program program, Path events) implements Contender {

    @Override
    public Run run() throws IOException {
        try (TemporaryDirectory out = TemporaryDirectory.create()) {
            Meter meter = Meter.started();
            Map<String, Object> summary = Replay.of(events, program, out.path());
            Used used = meter.used();
            long lines = count(summary, "events") - count(summary, "ticks");
            return new Run(lines, used, Map.of("matched", count(summary, "matched")));
        }
    }

    private static long count(Map<String, Object> summary, String name) {
        return ((Number) Objects.requireNonNull(summary.get(name), name)).longValue();
    }
}
