package dev.anlass.benchmarks.throughput;

import dev.anlass.benchmarks.measure.Figures;
import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.Rounds;
import dev.anlass.benchmarks.measure.Run;
import dev.anlass.benchmarks.measure.RunFacts;
import dev.anlass.benchmarks.mix.MixOptions;
import dev.anlass.benchmarks.mix.MixShape;
import dev.anlass.benchmarks.mix.RetailMix;
import dev.anlass.jobs.config.JobSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What an event costs the whole job when something grows, as a multiple of what it costs at the smallest size. All sizes run
 * in one process, in turns.
 *
 * <p>{@code benchmarks/run Scale triggers|same-matches|customers|shops|lateness|late [--points 100,1000] [--rounds 5]
 * [--events 200000] [--try] [options of a mix]}: one question at a time; with {@code --try} nothing is kept.
 */
public final class Scale {

    private static final int ROUNDS = 5;
    private static final int EVENTS = 200_000;

    /** Of the triggers that can match when only the others become more. */
    private static final int MATCHING = 100;

    private static final Map<String, String> USUAL_POINTS = Map.of(
            "triggers", "1,10,100,1000,10000",
            "same-matches", "100,1000,10000,100000",
            "customers", "10000,100000,1000000,10000000",
            "shops", "100,1000,10000,100000",
            "lateness", "0,10,60,300",
            "late", "0,1");

    private final String question;
    private final MixOptions options;

    private Scale(String question, MixOptions options) {
        this.question = question;
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        MixOptions options = MixOptions.of(arguments);
        if (options.words().size() != 1
                || !USUAL_POINTS.containsKey(options.words().get(0))) {
            throw new IllegalArgumentException("say one of " + USUAL_POINTS.keySet());
        }
        new Scale(options.words().get(0), options).answer("benchmarks/run Scale " + String.join(" ", arguments));
    }

    private void answer(String command) throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("question", question);
        figures.put("points", List.of());
        figures.putAll(RunFacts.now(command, usual().seed()));
        List<WholeJob> jobs = new ArrayList<>();
        String points = options.value("points");
        for (String point : (points == null ? USUAL_POINTS.getOrDefault(question, "") : points).split(",", -1)) {
            jobs.add(job(Integer.parseInt(point)));
        }
        List<WholeJob> warming = question.equals("customers") ? jobs.subList(0, Math.min(2, jobs.size())) : jobs;
        Rounds rounds = Rounds.of(options.number("rounds", ROUNDS), jobs, warming);
        figures.put("warming_rounds", rounds.warming());
        figures.put(
                "points",
                jobs.stream().map(job -> point(job, jobs.get(0), rounds)).toList());
        RunFacts.end(figures);
        if (options.has("try")) {
            System.out.println(figures);
        } else {
            Results.keep("scale-" + question, figures);
        }
        jobs.forEach(job -> job.stream().delete());
    }

    private static Map<String, Object> point(WholeJob job, WholeJob first, Rounds rounds) {
        List<Run> runs = rounds.of(job);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("point", job.name());
        figures.put("cost_to_first", Figures.ratio(rounds.of(first), runs));
        figures.put("decisions_of_all_events", runs.get(0).counts().getOrDefault(CountingSink.DECISIONS, 0L));
        figures.putAll(Figures.of(runs));
        figures.put("mix", job.stream().facts());
        return figures;
    }

    private WholeJob job(int point) {
        String name = question + "-" + point;
        UnaryOperator<JobSettings> changed = question.equals("lateness")
                ? settings -> settings.withEngine(
                        settings.engine().withLateness(Duration.ofSeconds(point).toMillis()))
                : settings -> settings;
        return new WholeJob(name, RetailMix.written(shape(point), name), Storage.ROCKSDB, changed);
    }

    private MixShape usual() {
        return options.shape(MixShape.RETAIL.withEvents(EVENTS).withoutSchedules());
    }

    private MixShape shape(int point) {
        return switch (question) {
            case "triggers" -> usual().withTriggers(point, point);
            case "same-matches" -> usual().withTriggers(point, MATCHING);
            case "customers" -> usual().withCustomers(point).withoutAttributes();
            case "shops" -> usual().withShops(point);
            case "lateness" -> usual().with(MixShape.Disorder.NONE);
            default -> usual().with(new MixShape.Disorder(0, point / 100.0, 0));
        };
    }
}
