package dev.anlass.jobs.cli;

import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.connector.kafka.Stopping;
import dev.anlass.jobs.operator.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code anlass start}: ends what {@code anlass stop} began. */
@Command(
        name = "start",
        description =
                "Ends stops: actions go out again within two seconds. What was refused meanwhile is not made up for.")
public final class StartCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Mixin
    private StoppableOptions options = new StoppableOptions();

    @Override
    public Integer call() throws IOException {
        var wanted = options.namedOrEnd();
        JobSettings job = settings.settingsOrEnd(spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        try {
            new KafkaTopics(job.kafka()).require(job.kafka().topics().rules());
            List<Stop> still = new Stopping(new RulesTopic(job.kafka())).start(wanted);
            wanted.forEach(what -> out.println(what.inWords() + " is started"));
            still.forEach(stop -> out.println(StoppableOptions.line(stop)));
            return 0;
        } catch (CannotStart refused) {
            throw StoppableOptions.no(refused);
        }
    }
}
