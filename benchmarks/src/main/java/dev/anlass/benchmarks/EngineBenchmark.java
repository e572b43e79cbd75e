package dev.anlass.benchmarks;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.demo.GeneratedEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How long the engine alone takes per event of a generated day under the bundled rules: to decode it, and to step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class EngineBenchmark {

    private static final int EVENTS = 20_000;
    private static final int CUSTOMERS = 500;
    private static final long SEED = 1;
    private static final long GRACE_MILLIS = 5_000;

    private final List<byte[]> records = new ArrayList<>();
    private final List<Decoded> decoded = new ArrayList<>();
    private Program program;

    /** Generates the day; run from the root of the project, where the bundled rules are. */
    @SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
    public EngineBenchmark() {}

    @Setup
    public void setUp() throws IOException {
        Bundle bundle = Objects.requireNonNull(
                Rulebook.load(RuleFiles.read(Path.of("rules")), "benchmark").bundle());
        program = Program.of(List.of(bundle), Settings.DEFAULT);
        try (GeneratedEvents day = new GeneratedEvents(SEED, CUSTOMERS, bundle.fences())) {
            while (records.size() < EVENTS) {
                records.add(Objects.requireNonNull(day.next(), "the day is too short"));
            }
        }
        records.forEach(record -> decoded.add(program.decoder().decode(record, null)));
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void decode(Blackhole blackhole) {
        for (byte[] record : records) {
            blackhole.consume(program.decoder().decode(record, null));
        }
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void step(Blackhole blackhole) {
        Population population = new Population(program, GRACE_MILLIS);
        for (Decoded event : decoded) {
            blackhole.consume(population.accept(event));
        }
    }
}
