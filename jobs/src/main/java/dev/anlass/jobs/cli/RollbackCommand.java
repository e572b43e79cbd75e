package dev.anlass.jobs.cli;

import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.jobs.TriggerJob;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.operator.PublishedBundle;
import java.io.IOException;
import java.io.PrintWriter;
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

/** {@code anlass rollback}: publishes the rules of an earlier bundle as the next one. */
@Command(
        name = "rollback",
        description =
                "Publishes the rules of an earlier bundle once more, as the next bundle: those that decided before"
                        + " the rules of the last bundle first came up, or those of the bundle that is named.")
public final class RollbackCommand implements Callable<Integer> {

    /** Longer than a bundle is published ahead however short the lateness is. */
    private static final Duration MOMENT = Duration.ofMinutes(1);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Parameters(
            paramLabel = "BUNDLE",
            arity = "0..1",
            description = "the number of the bundle to go back to, as `anlass status` shows it (default: the one before"
                    + " the rules of the last bundle first came up)")
    private @Nullable String number;

    @Option(
            names = "--effective-from",
            paramLabel = "TIME",
            description = "event time from which the rules decide again, such as 2026-03-02T20:00:00Z, at least"
                    + " `lateness` ahead (default: as soon as can be)")
    private @Nullable Instant effectiveFrom;

    /** A bundle that was deployed just now decides by then, unless it was deployed for a later day. */
    private static Instant soon(JobSettings job) {
        return Instant.now().plusMillis(job.engine().latenessMillis()).plus(MOMENT);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        JobSettings job = settings.settingsOrEnd(err);
        try {
            new KafkaTopics(job.kafka()).require(job.kafka().topics().rules());
            History history = History.of(TriggerJob.rules(job).bundles());
            PublishedBundle back = number == null ? history.backFromLast(soon(job)) : history.backTo(number);
            Loaded loaded = Rulebook.load(back.files(), null);
            if (loaded.bundle() == null) {
                err.print(loaded.problems().render());
                throw Answer.no("this release cannot honour bundle " + back.number()
                        + " any more; go back to another one, or mend its rules and deploy them.");
            }
            RulePlan plan = RulePlan.of(history.last(), back.files(), loaded.bundle(), job.engine());
            PublishedBundle bundle = DeployCommand.publish(back.files(), job, effectiveFrom);
            PrintWriter out = spec.commandLine().getOut();
            out.print(PlanText.of(plan, Instant.now()));
            out.println();
            out.println("bundle " + bundle.number() + " decides from " + Instant.ofEpochMilli(bundle.effectiveFrom())
                    + " on, with the rules of bundle " + back.number());
            return 0;
        } catch (CannotStart refused) {
            throw Answer.no(refused.getMessage() + ".");
        }
    }
}
