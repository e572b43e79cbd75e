package dev.anlass.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.jobs.TriggerJob;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.connector.kafka.Deciding;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.operator.PublishedBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anlass plan}: what deploying a rule directory would change. */
@Command(
        name = "plan",
        description =
                "Says what deploying a rule directory would change: what is new, changed or gone, which open chains"
                        + " of customers end, and which metrics begin anew. It publishes nothing.")
public final class PlanCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

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

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        JobSettings job = settings.settingsOrEnd(err);
        RuleDirectory rules = RuleDirectory.load(directory);
        Bundle bundle = rules.deployableOrEnd(err);
        try {
            RulePlan plan = RulePlan.of(last(job), rules.files(), bundle, job.engine());
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? JSON.writeValueAsString(plan.asMap()) + "\n" : PlanText.of(plan, Instant.now()));
            out.flush();
            return 0;
        } catch (CannotStart refused) {
            throw Answer.no(refused.getMessage() + ".");
        }
    }

    private static @Nullable PublishedBundle last(JobSettings job) {
        new KafkaTopics(job.kafka()).require(job.kafka().topics().rules());
        List<PublishedBundle> published = TriggerJob.rules(job).bundles();
        return Deciding.last(published).orElse(null);
    }
}
