package dev.anlass.benchmarks.question;

import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.RunFacts;
import dev.anlass.benchmarks.mix.MeasuredStream;
import dev.anlass.benchmarks.mix.MixShape;
import dev.anlass.benchmarks.mix.RecordFile;
import dev.anlass.benchmarks.mix.RetailMix;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How many bytes are stored of a customer who is active in the retail mix, and for what?
 *
 * <p>Active is of whom the measured part of the stream has an event that some rule reads. A quarter of the mix is run: a
 * quarter of its customers, with as many events each.
 */
public final class StateBytes {

    private static final long GRACE_MILLIS = 5_000;
    private static final MixShape SHAPE = MixShape.RETAIL.withCustomers(50_000).withEvents(250_000);

    private StateBytes() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Object> figures = RunFacts.now("benchmarks/run StateBytes", SHAPE.seed());
        MeasuredStream mix = RetailMix.written(SHAPE, "state-bytes");
        figures.put("customers", SHAPE.traffic().customers());
        figures.put("active", of(activeIn(mix)));
        Results.keep("state-bytes", figures);
        mix.delete();
    }

    /** As they are at the end of the stream. */
    private static List<CustomerState.Stored> activeIn(MeasuredStream mix) {
        Program program = mix.program(Settings.DEFAULT);
        Population population = new Population(program, GRACE_MILLIS);
        Set<String> active = new HashSet<>();
        RecordFile.Cursor cursor = mix.records().all();
        while (cursor.advance()) {
            Decoded decoded = program.decoder().decode(cursor.bytes(), null);
            population.accept(decoded);
            if (cursor.isMeasured()
                    && decoded instanceof Decoded.Accepted accepted
                    && program.timetable()
                            .at(accepted.event().time())
                            .reads(accepted.event().type())) {
                active.add(accepted.event().customer());
            }
        }
        return active.stream()
                .map(customer -> Objects.requireNonNull(population.state(customer)))
                .map(CustomerState::stored)
                .toList();
    }

    private static Map<String, Object> of(List<CustomerState.Stored> customers) {
        int[] bytes = customers.stream().mapToInt(StatePart::bytes).sorted().toArray();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("customers", bytes.length);
        figures.put(
                "bytes_mean",
                Math.round(
                        customers.stream().mapToInt(StatePart::bytes).average().orElse(0)));
        figures.put("bytes_p50", bytes[bytes.length / 2]);
        figures.put("bytes_p99", bytes[bytes.length * 99 / 100]);
        Map<String, Object> parts = new LinkedHashMap<>();
        for (StatePart part : StatePart.values()) {
            double mean = customers.stream().mapToInt(part::bytesIn).average().orElse(0);
            parts.put(part.name().toLowerCase(Locale.ROOT), Math.round(mean * 10) / 10.0);
        }
        figures.put("bytes_mean_by_part", parts);
        return figures;
    }
}
