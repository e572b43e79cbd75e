package dev.anlass.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.jobs.TriggerJob;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.connector.kafka.Deciding;
import dev.anlass.jobs.connector.kafka.DecisionLog;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.operator.PublishedBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlass status}: which rules decide, what is stopped, and what has become of each trigger's matches. */
@Command(
        name = "status",
        description =
                "Says which bundles there are and which decides now, what is stopped, and for each trigger how many"
                        + " matches were decided lately and how. It reads the rules and the decisions; no job has to run.")
public final class StatusCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            converter = DurationReader.class,
            defaultValue = "24h",
            description = "how far to look back into the decisions, such as 90m or 7d (default: ${DEFAULT-VALUE})")
    private long sinceMillis = Duration.ofHours(24).toMillis();

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        JobSettings job = settings.settingsOrEnd(spec.commandLine().getErr());
        try {
            JobStatus status = status(job, Instant.now());
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? JSON.writeValueAsString(status.asMap()) + "\n" : StatusText.of(status));
            out.flush();
            return 0;
        } catch (CannotStart refused) {
            throw Answer.no(refused.getMessage() + ".");
        }
    }

    private JobStatus status(JobSettings job, Instant now) {
        var topics = job.kafka().topics();
        new KafkaTopics(job.kafka()).require(topics.rules(), topics.decisions());
        RulesTopic.Contents rules = TriggerJob.rules(job).contents();
        Bundle deciding =
                Deciding.at(now, rules.bundles()).map(PublishedBundle::loaded).orElse(null);
        JobStatus status = new JobStatus(rules, deciding, now, now.minusMillis(sinceMillis));
        count(new DecisionLog(job.kafka()), status);
        return status;
    }

    private void count(DecisionLog decisions, JobStatus status) {
        Progress progress = Progress.to(spec.commandLine().getErr());
        AtomicLong read = new AtomicLong();
        decisions.read(status.since(), record -> {
            status.count(record);
            read.incrementAndGet();
            progress.say(() -> String.format("%,d decisions", read.get()));
        });
        progress.end();
    }
}
