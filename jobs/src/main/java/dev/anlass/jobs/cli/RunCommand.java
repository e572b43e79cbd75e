package dev.anlass.jobs.cli;

import dev.anlass.jobs.LatestCheckpoint;
import dev.anlass.jobs.TriggerJob;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.demo.EmbeddedFlink;
import dev.anlass.jobs.demo.EmbeddedJob;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlass run}: the trigger job in this process, until it is ended; it goes on where it was. */
@Command(
        name = "run",
        description = "Runs the trigger job in this process, with Flink's web page. It goes on from the newest"
                + " checkpoint that an earlier run left behind.")
public final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Option(
            names = "--create-topics",
            paramLabel = "PARTITIONS",
            description = "create the topics that are missing, each with so many partitions (the rules have one)")
    private int partitions;

    @Option(names = "--fresh", description = "forget what earlier runs remembered of customers")
    private boolean fresh;

    @Override
    public Integer call() throws Exception {
        try {
            return run(settings.settingsOrEnd(spec.commandLine().getErr()).withSecretOrEnd());
        } catch (CannotStart refused) {
            throw Answer.no(refused.getMessage() + ".");
        }
    }

    private int run(JobSettings job) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (partitions > 0) {
            new KafkaTopics(job.kafka()).createMissing(partitions);
        }
        String checkpoint = checkpoint(job);
        var graph = TriggerJob.graph(job, checkpoint);
        if (new RulesTopic(job.kafka()).bundles().isEmpty()) {
            throw new CannotStart("there are no rules to decide by: publish some with `anlass deploy DIR`");
        }
        try (EmbeddedFlink flink = EmbeddedFlink.start(job)) {
            EmbeddedJob running = flink.submit(graph);
            out.println(checkpoint == null ? "begins anew" : "goes on from " + checkpoint);
            out.println("web page " + flink.webPage() + ", metrics at port " + job.metricsPorts());
            return running.end().get().isSuccess() ? 0 : 1;
        }
    }

    private @Nullable String checkpoint(JobSettings job) throws IOException {
        Optional<String> newest = fresh ? Optional.empty() : LatestCheckpoint.in(job.checkpoints());
        return newest.orElse(null);
    }
}
