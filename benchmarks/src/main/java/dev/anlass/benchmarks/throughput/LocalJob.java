package dev.anlass.benchmarks.throughput;

import dev.anlass.benchmarks.measure.Contender;
import dev.anlass.benchmarks.measure.Run;
import dev.anlass.benchmarks.measure.Used;
import dev.anlass.benchmarks.mix.MeasuredStream;
import dev.anlass.jobs.config.JobSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job over a stream in a cluster of its own in this process. */
abstract class LocalJob implements Contender {

    private final String name;
    private final MeasuredStream stream;
    private final Storage storage;

    LocalJob(String name, MeasuredStream stream, Storage storage) {
        this.name = name;
        this.stream = stream;
        this.storage = storage;
    }

    /** Puts the job into an environment; its source and its sinks go by the stopwatch of this name. */
    abstract void build(StreamExecutionEnvironment environment, JobSettings settings, MixSource events);

    @Override
    public final String name() {
        return name;
    }

    final MeasuredStream stream() {
        return stream;
    }

    @Override
    public final Run run() throws Exception {
        Path checkpoints = Files.createTempDirectory("anlass-throughput");
        try {
            Stopwatch stopwatch = Stopwatch.renewed(name, MeasuredStream.PARTITIONS);
            JobSettings settings = storage.settings(checkpoints);
            Configuration options = storage.options(settings);
            StreamExecutionEnvironment environment =
                    StreamExecutionEnvironment.createLocalEnvironment(settings.parallelism(), options);
            build(environment, settings, new MixSource(stream, name));
            Used used = untilTheEnd(environment.executeAsync(name), stopwatch);
            return new Run(stream.measured(), used, stopwatch.counts());
        } finally {
            delete(checkpoints);
        }
    }

    /** The clock of a job ticks for ever; hence it is cancelled when every sink has seen the end. */
    private static Used untilTheEnd(JobClient job, Stopwatch stopwatch) throws Exception {
        CompletableFuture<?> over = job.getJobExecutionResult();
        CompletableFuture.anyOf(stopwatch.ended(), over).get();
        Used used = stopwatch.ended().get();
        if (!over.isDone()) {
            job.cancel().get();
        }
        try {
            over.get();
        } catch (ExecutionException cancelled) {
            // The end of a cancelled job.
        }
        return used;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
