package dev.anlass.jobs.cli;

import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.connector.kafka.Deployment;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.operator.PublishedBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anlass deploy}: publishes a rule directory as the next bundle. */
@Command(
        name = "deploy",
        description = "Publishes a rule directory as the next bundle. Errors stop it, and so does a trigger without its"
                + " three kinds of scenario.")
public final class DeployCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "rules",
            description = "the rule directory (default: ${DEFAULT-VALUE})")
    private Path directory = Path.of("rules");

    @Option(
            names = "--effective-from",
            paramLabel = "TIME",
            description = "event time from which the bundle decides, such as 2026-03-02T20:00:00Z, at least `lateness`"
                    + " ahead (default: as soon as can be)")
    private @Nullable Instant effectiveFrom;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        JobSettings job = settings.settingsOrEnd(err);
        RuleDirectory rules = RuleDirectory.load(directory);
        rules.deployableOrEnd(err);
        try {
            PublishedBundle bundle = publish(rules.files(), job, effectiveFrom);
            spec.commandLine()
                    .getOut()
                    .println("bundle " + bundle.number() + " decides from "
                            + Instant.ofEpochMilli(bundle.effectiveFrom()) + " on");
            return 0;
        } catch (CannotStart refused) {
            throw Answer.no(refused.getMessage() + ".");
        }
    }

    /** @param effectiveFrom null for as soon as can be */
    static PublishedBundle publish(RuleFiles files, JobSettings job, @Nullable Instant effectiveFrom) {
        new KafkaTopics(job.kafka()).createRules();
        Duration lateness = Duration.ofMillis(job.engine().latenessMillis());
        return new Deployment(new RulesTopic(job.kafka()), lateness).publish(files, Instant.now(), effectiveFrom);
    }
}
