package dev.anlass.benchmarks.question;

import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.RunFacts;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Asks one question: runs its class under JMH and keeps what comes out. */
public final class Question {

    private Question() {}

    /** @param arguments the simple name of a class in this package, such as {@code DecodeBenchmark} */
    public static void main(String[] arguments) throws IOException, RunnerException {
        String name = arguments[0];
        Map<String, Object> figures = RunFacts.now("benchmarks/run " + name, Seed.OF_ALL);
        Collection<RunResult> results = new Runner(options(name)).run();
        figures.put(
                "answers", results.stream().map(Answer::of).map(Answer::asMap).toList());
        RunFacts.end(figures);
        Results.keep(fileName(name), figures);
    }

    private static Options options(String name) {
        return new OptionsBuilder()
                .include("\\." + name + "\\.")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .build();
    }

    /** {@code DecodeBenchmark} is kept as {@code decode-benchmark}. */
    private static String fileName(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
