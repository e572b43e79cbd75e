package dev.anlass.jobs.cli;

import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.connector.kafka.Stopping;
import dev.anlass.jobs.operator.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlass stop}: holds actions back, in every subtask at once, until they are started again. */
@Command(
        name = "stop",
        description =
                "Holds actions back within two seconds, without a bundle, until `anlass start`. Matches are refused"
                        + " with `stopped` meanwhile; revocations still go out, and what is out stays out.")
public final class StopCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Mixin
    private StoppableOptions options = new StoppableOptions();

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for whoever asks for the status")
    private @Nullable String reason;

    @Override
    public Integer call() throws IOException {
        var wanted = options.namedOrEnd();
        JobSettings job = settings.settingsOrEnd(spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        try {
            new KafkaTopics(job.kafka()).require(job.kafka().topics().rules());
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            List<Stop> stopped = new Stopping(new RulesTopic(job.kafka())).stop(wanted, now, reason);
            stopped.forEach(stop -> out.println(StoppableOptions.line(stop)));
            return 0;
        } catch (CannotStart refused) {
            throw StoppableOptions.no(refused);
        }
    }
}
