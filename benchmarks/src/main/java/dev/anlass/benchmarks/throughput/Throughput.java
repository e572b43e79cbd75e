package dev.anlass.benchmarks.throughput;

import dev.anlass.benchmarks.measure.Contender;
import dev.anlass.benchmarks.measure.Figures;
import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.Rounds;
import dev.anlass.benchmarks.measure.Run;
import dev.anlass.benchmarks.measure.RunFacts;
import dev.anlass.benchmarks.mix.MeasuredStream;
import dev.anlass.benchmarks.mix.MixOptions;
import dev.anlass.benchmarks.mix.MixShape;
import dev.anlass.benchmarks.mix.RecordedStream;
import dev.anlass.benchmarks.mix.RetailMix;
import dev.anlass.jobs.config.BusyLimit;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.SettingsReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many events a second of processor time takes in: the whole job, the same without its engine and the limit job, in one
 * process, in turns.
 *
 * <p>{@code benchmarks/run Throughput [retail] [every-event] [every-event-heap] [beijing] [beijing-heap] [--rounds 5] [--only
 * job|hollow|limit] [--busy-customers 10000] [--hollow-bytes 363] [options of a mix]}; figures are kept if all take part. Those of the mix are asked
 * unless told; Beijing is a recorded day.
 */
public final class Throughput {

    private static final int ROUNDS = 5;

    /** As many as are stored of an active customer of the retail mix in the mean ({@code StateBytes}). */
    private static final int ACTIVE_BYTES = 363;

    private final Question question;
    private final MixOptions options;

    private static final List<Question> QUESTIONS = List.of(
            new Question("retail", MixShape.RETAIL, Storage.ROCKSDB),
            new Question("every-event", MixShape.EVERY_EVENT_COUNTS, Storage.ROCKSDB),
            new Question("every-event-heap", MixShape.EVERY_EVENT_COUNTS, Storage.HEAP),
            new Question("beijing", null, Storage.ROCKSDB),
            new Question("beijing-heap", null, Storage.HEAP));

    /**
     * What is asked.
     *
     * @param shape of the mix; null for the recorded day
     */
    private record Question(String word, @Nullable MixShape shape, Storage storage) {

        boolean isAsked(List<String> words) {
            return words.isEmpty() ? shape != null : words.contains(word);
        }

        Map<String, Object> facts(String command, MixOptions options) {
            return shape == null
                    ? RunFacts.now(command)
                    : RunFacts.now(command, options.shape(shape).seed());
        }

        MeasuredStream stream(MixOptions options) {
            if (shape != null) {
                return RetailMix.written(options.shape(shape), word);
            }
            return RecordedStream.written("retail-beijing");
        }
    }

    private Throughput(Question question, MixOptions options) {
        this.question = question;
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        MixOptions options = MixOptions.of(arguments);
        List<Question> asked = QUESTIONS.stream()
                .filter(question -> question.isAsked(options.words()))
                .toList();
        if (asked.stream().anyMatch(question -> question.shape == null)) {
            options.requireNoneOfAMix();
        }
        for (Question question : asked) {
            new Throughput(question, options).answer("benchmarks/run Throughput " + String.join(" ", arguments));
        }
    }

    private void answer(String command) throws Exception {
        Map<String, Object> facts = question.facts(command, options);
        MeasuredStream stream = question.stream(options);
        Rounds rounds = Rounds.of(options.number("rounds", ROUNDS), contenders(stream));
        if (options.has("only")) {
            return;
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        List<Run> jobs = rounds.of("job");
        figures.put("question", question.word);
        figures.put("room_for_customers", busyCustomers());
        figures.put("job_to_limit", Figures.ratio(jobs, rounds.of("limit")));
        figures.put("hollow_to_limit", Figures.ratio(rounds.of("hollow"), rounds.of("limit")));
        figures.put("warming_rounds", rounds.warming());
        figures.put("mix", stream.facts());
        figures.put("same_as_engine", comparison(stream, jobs.get(jobs.size() - 1)));
        figures.put("job", Figures.of(jobs));
        figures.put("hollow", Figures.of(rounds.of("hollow")));
        figures.put("limit", Figures.of(rounds.of("limit")));
        figures.putAll(facts);
        RunFacts.end(figures);
        Results.keep("throughput-" + question.word + suffix(), figures);
        stream.delete();
    }

    private List<Contender> contenders(MeasuredStream stream) {
        List<Contender> all = new ArrayList<>();
        all.add(new WholeJob("job", stream, question.storage, this::changed));
        all.add(new HollowJob(stream, question.storage, this::changed, options.number("hollow-bytes", ACTIVE_BYTES)));
        all.add(new LimitJob(stream, question.storage));
        String only = options.value("only");
        all.removeIf(contender -> only != null && !contender.name().equals(only));
        return all;
    }

    /** Figures with other settings than the usual ones are kept beside those. */
    private String suffix() {
        String busy = options.has("busy-customers") ? "-busy-" + options.value("busy-customers") : "";
        return options.has("hollow-bytes") ? busy + "-hollow-" + options.value("hollow-bytes") : busy;
    }

    private JobSettings changed(JobSettings usual) {
        return options.has("busy-customers")
                ? usual.withBusyCustomers(new BusyLimit(options.number("busy-customers", 1)))
                : usual;
    }

    /** For how many active customers of the retail mix each subtask had room. */
    private int busyCustomers() {
        JobSettings settings = changed(SettingsReader.ofDefaults());
        return settings.busyCustomers()
                .in(Runtime.getRuntime().maxMemory(), settings.parallelism())
                .customersOf(ACTIVE_BYTES);
    }

    /** What came out of the job and out of the bare engine, which is the same. */
    private static Map<String, Object> comparison(MeasuredStream stream, Run job) {
        Run engine = new EngineOnly(stream).run();
        Map<String, Object> comparison = new LinkedHashMap<>();
        for (String sink : List.of(CountingSink.ACTIONS, CountingSink.DECISIONS, CountingSink.REJECTED)) {
            long ofJob = job.counts().getOrDefault(sink, 0L);
            long ofEngine = engine.counts().getOrDefault(sink, 0L);
            if (ofJob != ofEngine) {
                throw new IllegalStateException(sink + ": " + ofJob + " of the job, " + ofEngine + " of the engine");
            }
            comparison.put("job_" + sink, ofJob);
            comparison.put("engine_" + sink, ofEngine);
        }
        return comparison;
    }
}
