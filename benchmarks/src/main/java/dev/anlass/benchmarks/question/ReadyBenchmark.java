package dev.anlass.benchmarks.question;

import dev.anlass.benchmarks.measure.TemporaryDirectory;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.connector.kafka.BundleRecords;
import dev.anlass.jobs.operator.PublishedBundle;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long does it take until so many triggers are ready, each time in a machine that has just started? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 2, jvmArgsAppend = "-Xmx3g")
public class ReadyBenchmark {

    private static final String NUMBER = "b-1";

    @Param("10000")
    private int triggers;

    private TemporaryDirectory directory;
    private Map<String, byte[]> published;

    @SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
    public ReadyBenchmark() {}

    @Setup
    public void setUp() throws IOException {
        directory = TemporaryDirectory.create();
        CategoryRules.write(directory.path(), triggers);
        PublishedBundle bundle = new PublishedBundle(NUMBER, 0, RuleFiles.read(directory.path()));
        published = BundleRecords.of(bundle);
    }

    @TearDown
    public void tearDown() throws IOException {
        directory.close();
    }

    /** From the rule directory, as {@code validate} and {@code replay} do. */
    @Benchmark
    public Program fromFiles() throws IOException {
        Bundle bundle = Rulebook.load(RuleFiles.read(directory.path()), NUMBER).bundle();
        return Program.of(List.of(Objects.requireNonNull(bundle)), Settings.DEFAULT);
    }

    /** From the records of the rules topic, as a job does when it starts. */
    @Benchmark
    public Program fromTopic() {
        BundleRecords records = new BundleRecords();
        @Nullable PublishedBundle bundle = null;
        for (Map.Entry<String, byte[]> each : published.entrySet()) {
            bundle = records.take(each.getKey(), each.getValue());
        }
        return Program.of(List.of(Objects.requireNonNull(bundle).loaded()), Settings.DEFAULT);
    }
}
