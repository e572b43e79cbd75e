package dev.anlass.benchmarks.night;

import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.RunFacts;
import dev.anlass.benchmarks.mix.MixOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;

/**
 * How long does it take until the lists of all advisors are out, and how large is the state, by the number of customers?
 *
 * <p>{@code HEAP=8g benchmarks/run NightlyCut [--customers 20000,200000,2000000] [--advisors 1000] [--schedules 200]
 * [--timers rocksdb|heap] [--seed 1] [--try]}: one bank after the other; with {@code --try} nothing is kept.
 */
public final class NightlyCut {

    private static final String USUAL_CUSTOMERS = "20000,200000,2000000";
    private static final int USUAL_ADVISORS = 1_000;
    private static final int USUAL_SCHEDULES = 200;

    private NightlyCut() {}

    public static void main(String[] arguments) throws Exception {
        MixOptions options = MixOptions.of(arguments);
        int seed = options.number("seed", 1);
        PriorityQueueStateType timers = timers(options);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("timers", timers.name().toLowerCase(Locale.ROOT));
        figures.putAll(RunFacts.now("benchmarks/run NightlyCut " + String.join(" ", arguments), seed));
        figures.put("banks", banks(options, seed, timers));
        RunFacts.end(figures);
        if (options.has("try")) {
            System.out.println(figures);
        } else {
            Results.keep("nightly-cut", figures);
        }
    }

    private static List<Map<String, Object>> banks(MixOptions options, int seed, PriorityQueueStateType timers)
            throws Exception {
        List<Map<String, Object>> banks = new ArrayList<>();
        String given = options.value("customers");
        for (String customers : (given == null ? USUAL_CUSTOMERS : given).split(",", -1)) {
            Bank bank = new Bank(
                    seed,
                    Integer.parseInt(customers),
                    options.number("advisors", USUAL_ADVISORS),
                    options.number("schedules", USUAL_SCHEDULES));
            banks.add(new NightRun(bank, timers).figures());
        }
        return banks;
    }

    /** On the heap they would not fit beside the state of millions. */
    private static PriorityQueueStateType timers(MixOptions options) {
        return "heap".equals(options.value("timers")) ? PriorityQueueStateType.HEAP : PriorityQueueStateType.ROCKSDB;
    }
}
