package dev.anlass.benchmarks.throughput;

import dev.anlass.benchmarks.measure.Contender;
import dev.anlass.benchmarks.measure.Figures;
import dev.anlass.benchmarks.measure.Meter;
import dev.anlass.benchmarks.measure.Rounds;
import dev.anlass.benchmarks.measure.Run;
import dev.anlass.benchmarks.mix.MeasuredStream;
import dev.anlass.benchmarks.mix.MixOptions;
import dev.anlass.benchmarks.mix.RecordFile;
import dev.anlass.benchmarks.mix.RetailMix;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engine alone over a stream, in one thread and without Flink: decoding, stepping, all customers in a hash map.
 *
 * <p>{@code benchmarks/run EngineOnly [--rounds 3] [options of a mix]}
 */
public final class EngineOnly implements Contender {

    private static final long GRACE_MILLIS = 5_000;

    private final MeasuredStream stream;
    private final Program program;

    EngineOnly(MeasuredStream stream) {
        this.stream = stream;
        this.program = stream.program(Settings.DEFAULT);
    }

    public static void main(String[] arguments) throws Exception {
        MixOptions options = MixOptions.of(arguments);
        EngineOnly engine = new EngineOnly(RetailMix.written(options.shape(), "engine-only"));
        List<Run> runs = Rounds.of(options.number("rounds", 3), List.of(engine)).of(engine);
        Run last = runs.get(runs.size() - 1);
        last.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(count -> System.out.println(count.getValue() + " " + count.getKey()));
        System.out.println(Figures.of(runs).get("events_per_cpu_second") + " events per CPU-second");
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public Run run() {
        Population population = new Population(program, GRACE_MILLIS);
        Outcomes outcomes = new Outcomes();
        RecordFile.Cursor cursor = stream.records().all();
        @Nullable Meter meter = null;
        while (cursor.advance()) {
            if (meter == null && cursor.isMeasured()) {
                meter = Meter.started();
            }
            Decoded decoded = program.decoder().decode(cursor.bytes(), null);
            outcomes.count(population.accept(decoded));
        }
        if (meter == null) {
            throw new IllegalStateException("nothing is measured");
        }
        return new Run(stream.measured(), meter.used(), outcomes.counts());
    }
}
