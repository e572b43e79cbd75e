package dev.anlass.benchmarks.throughput;

import dev.anlass.benchmarks.measure.Contender;
import dev.anlass.benchmarks.measure.Figures;
import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.Rounds;
import dev.anlass.benchmarks.measure.Run;
import dev.anlass.benchmarks.measure.RunFacts;
import dev.anlass.benchmarks.mix.MixOptions;
import dev.anlass.benchmarks.mix.MixShape;
import dev.anlass.benchmarks.mix.RetailMix;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.SettingsReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many events a second of processor time takes in: the whole job beside the limit job, in one process, in turns.
 *
 * <p>{@code benchmarks/run Throughput [retail] [every-event] [every-event-heap] [--rounds 5] [--only job|limit]
 * [--busy-customers 10000] [options of a mix]}; figures are kept if both take part.
 */
public final class Throughput {

    private static final int ROUNDS = 5;

    private final Question question;
    private final MixOptions options;

    private static final List<Question> QUESTIONS = List.of(
            new Question("retail", MixShape.RETAIL, Storage.ROCKSDB),
            new Question("every-event", MixShape.EVERY_EVENT_COUNTS, Storage.ROCKSDB),
            new Question("every-event-heap", MixShape.EVERY_EVENT_COUNTS, Storage.HEAP));

    private record Question(String word, MixShape shape, Storage storage) {}

    private Throughput(Question question, MixOptions options) {
        this.question = question;
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        MixOptions options = MixOptions.of(arguments);
        for (Question question : QUESTIONS) {
            if (options.words().isEmpty() || options.words().contains(question.word)) {
                new Throughput(question, options).answer("benchmarks/run Throughput " + String.join(" ", arguments));
            }
        }
    }

    private void answer(String command) throws Exception {
        MixShape shape = options.shape(question.shape);
        Map<String, Object> facts = RunFacts.now(command, shape.seed());
        RetailMix mix = RetailMix.written(shape, question.word);
        Rounds rounds = Rounds.of(options.number("rounds", ROUNDS), contenders(mix));
        if (options.has("only")) {
            return;
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        List<Run> jobs = rounds.of("job");
        figures.put("question", question.word);
        figures.put("busy_customers", changed(SettingsReader.ofDefaults()).busyCustomers());
        figures.put("job_to_limit", Figures.ratio(jobs, rounds.of("limit")));
        figures.put("warming_rounds", rounds.warming());
        figures.put("mix", mix.facts());
        figures.put("same_as_engine", comparison(mix, jobs.get(jobs.size() - 1)));
        figures.put("job", Figures.of(jobs));
        figures.put("limit", Figures.of(rounds.of("limit")));
        figures.putAll(facts);
        figures.put("load_after", RunFacts.loadNow());
        Results.keep("throughput-" + question.word + suffix(), figures);
        mix.delete();
    }

    private List<Contender> contenders(RetailMix mix) {
        List<Contender> all = new ArrayList<>();
        all.add(new WholeJob("job", mix, question.storage, this::changed));
        all.add(new LimitJob(mix, question.storage));
        String only = options.value("only");
        all.removeIf(contender -> only != null && !contender.name().equals(only));
        return all;
    }

    /** Figures with other settings than the usual ones are kept beside those. */
    private String suffix() {
        return options.has("busy-customers") ? "-busy-" + options.value("busy-customers") : "";
    }

    private JobSettings changed(JobSettings usual) {
        return usual.withBusyCustomers(options.number("busy-customers", usual.busyCustomers()));
    }

    /** What came out of the job and out of the bare engine. */
    private static Map<String, Object> comparison(RetailMix mix, Run job) {
        Run engine = new EngineOnly(mix).run();
        Map<String, Object> comparison = new LinkedHashMap<>();
        for (String sink : List.of(CountingSink.ACTIONS, CountingSink.DECISIONS, CountingSink.REJECTED)) {
            comparison.put("job_" + sink, job.counts().getOrDefault(sink, 0L));
            comparison.put("engine_" + sink, engine.counts().getOrDefault(sink, 0L));
        }
        return comparison;
    }
}
