package dev.anlass.benchmarks.disorder;

import com.sun.management.OperatingSystemMXBean;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The engine alone over a stream with one lateness, again and again. */
final class EngineRound {

    private static final long GRACE_MILLIS = 5_000;
    private static final double NANOS_PER_SECOND = 1e9;

    /** So many that the clock of the processor, which moves in steps of 10 ms, is exact enough. */
    private static final int EVENTS_A_ROUND = 100_000;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Program program;
    private final List<Decoded> arriving = new ArrayList<>();
    private final List<Double> paces = new ArrayList<>();
    private final Map<String, CustomerState> customers = new HashMap<>();
    private final int outOfPlace;
    private int rejected;

    private EngineRound(Program program, List<Event> arriving) {
        this.program = program;
        arriving.forEach(event -> this.arriving.add(new Decoded.Accepted(event, false)));
        this.outOfPlace = outOfPlace(arriving);
    }

    static EngineRound of(RememberedStream stream, Duration lateness, double latePart, long seed) {
        Settings settings = Settings.DEFAULT.withLateness(lateness.toMillis());
        return new EngineRound(stream.program().under(settings), stream.arriving(latePart, lateness.toMillis(), seed));
    }

    /** @param counts false while the virtual machine warms up */
    void run(boolean counts) {
        System.gc(); // the garbage of the others is not counted here
        int passes = Math.max(1, EVENTS_A_ROUND / arriving.size());
        long begin = PROCESS.getProcessCpuTime();
        for (int pass = 1; pass < passes; pass++) {
            pass(new Population(program, GRACE_MILLIS));
        }
        Population population = new Population(program, GRACE_MILLIS);
        rejected = pass(population);
        double seconds = (PROCESS.getProcessCpuTime() - begin) / NANOS_PER_SECOND;
        if (counts) {
            paces.add((double) passes * arriving.size() / seconds);
        }
        keep(population);
    }

    /** Says how many events were rejected. */
    private int pass(Population population) {
        int refused = 0;
        for (Decoded decoded : arriving) {
            for (var emission : population.accept(decoded)) {
                refused += emission.effect() instanceof Effect.Reject ? 1 : 0;
            }
        }
        return refused;
    }

    /** Events for each second of processor time of the whole process, garbage collection included: the median. */
    double pace() {
        return median(paces.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The median of the ratios within a round. */
    double ratioTo(EngineRound other) {
        double[] ratios = new double[paces.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = paces.get(i) / other.paces.get(i);
        }
        return Math.round(median(ratios) * 1_000) / 1_000.0;
    }

    /** What is stored of the customers at the end of the stream. */
    StoredSizes stored() {
        return new StoredSizes(customers.values());
    }

    /** How many events arrived behind an event of the same customer that lies after them. */
    int outOfPlace() {
        return outOfPlace;
    }

    int rejected() {
        return rejected;
    }

    private void keep(Population population) {
        for (Decoded decoded : arriving) {
            String customer = ((Decoded.Accepted) decoded).event().customer();
            CustomerState state = population.state(customer);
            if (state != null) {
                customers.put(customer, state);
            }
        }
    }

    private static int outOfPlace(List<Event> arriving) {
        Map<String, OrderKey> newest = new HashMap<>();
        int behind = 0;
        for (Event event : arriving) {
            OrderKey last = newest.getOrDefault(event.customer(), OrderKey.START);
            if (event.key().isBefore(last)) {
                behind++;
            } else {
                newest.put(event.customer(), event.key());
            }
        }
        return behind;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
