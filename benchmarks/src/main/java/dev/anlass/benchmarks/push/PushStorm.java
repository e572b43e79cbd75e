package dev.anlass.benchmarks.push;

import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.RunFacts;
import dev.anlass.benchmarks.mix.MixOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What becomes of actions when 10 % of the answers are errors, 5 % never come, one provider is down for 40 % of the time,
 * and the job is killed again and again?
 *
 * <p>{@code benchmarks/run PushStorm [--actions 100000] [--customers 20000] [--rate 1200] [--kills 5] [--seed 1] [--try]}:
 * with {@code --try} nothing is kept.
 */
public final class PushStorm {

    private static final int USUAL_ACTIONS = 100_000;
    private static final int USUAL_CUSTOMERS = 20_000;
    private static final int USUAL_RATE = 1_200;
    private static final int USUAL_KILLS = 5;

    private PushStorm() {}

    public static void main(String[] arguments) throws Exception {
        MixOptions options = MixOptions.of(arguments);
        int seed = options.number("seed", 1);
        int kills = options.number("kills", USUAL_KILLS);
        StormPlan plan = new StormPlan(
                seed,
                options.number("customers", USUAL_CUSTOMERS),
                options.number("actions", USUAL_ACTIONS),
                options.number("rate", USUAL_RATE));
        Map<String, Object> figures =
                new LinkedHashMap<>(RunFacts.now("benchmarks/run PushStorm " + String.join(" ", arguments), seed));
        figures.put("kills", kills);
        figures.put("in_flight", StormRun.IN_FLIGHT);
        figures.put("subtasks", StormRun.SUBTASKS);
        figures.put("errors", StormRun.ERRORS);
        figures.put("silences", StormRun.SILENCES);
        figures.putAll(new StormRun(plan, kills).figures());
        RunFacts.end(figures);
        if (options.has("try")) {
            System.out.println(figures);
        } else {
            Results.keep("push-storm", figures);
        }
    }
}
