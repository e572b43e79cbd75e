package dev.anlass.jobs.cli;

import dev.anlass.jobs.PushJob;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.demo.EmbeddedFlink;
import dev.anlass.jobs.demo.EmbeddedJob;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.stream.SetSenders;
import java.io.PrintWriter;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlass push}: the push job in this process, until it is ended; it goes on where it was. */
@Command(
        name = "push",
        description =
                "Runs the push job in this process: delivers actions to devices, browsers, webhooks and open apps,"
                        + " and writes what became of them to the events. It goes on from its newest checkpoint.")
final class PushCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Option(
            names = "--create-topics",
            paramLabel = "PARTITIONS",
            description = "create the topics that are missing, each with so many partitions (the rules have one)")
    private int partitions;

    @Option(names = "--fresh", description = "forget what earlier runs remembered of devices and deliveries")
    private boolean fresh;

    @Override
    public Integer call() throws Exception {
        try {
            return run(PushJob.own(
                    settings.settingsOrEnd(spec.commandLine().getErr()).withSecretOrEnd()));
        } catch (CannotStart refused) {
            throw Answer.no(refused.getMessage() + ".");
        }
    }

    private int run(JobSettings own) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (partitions > 0) {
            new KafkaTopics(own.kafka()).createMissing(partitions);
        }
        var graph = PushJob.graph(own, fresh);
        try (EmbeddedFlink flink = EmbeddedFlink.start(own)) {
            EmbeddedJob running = flink.submit(graph);
            out.println("delivers to the app" + providers(own));
            out.println("web page " + flink.webPage() + ", metrics at port " + own.metricsPorts());
            return running.end().get().isSuccess() ? 0 : 1;
        }
    }

    private static String providers(JobSettings own) {
        Set<Provider> wanted = new TreeSet<>(new SetSenders(own.push()).providers());
        return wanted.stream().map(provider -> ", " + provider.word()).collect(Collectors.joining());
    }
}
