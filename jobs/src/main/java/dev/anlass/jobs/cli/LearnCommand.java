package dev.anlass.jobs.cli;

import dev.anlass.engine.rulefile.Durations;
import dev.anlass.jobs.LearnJob;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.connector.kafka.ScorePublication;
import dev.anlass.jobs.demo.EmbeddedFlink;
import dev.anlass.jobs.learn.LearnedTable;
import dev.anlass.jobs.learn.Learning;
import dev.anlass.jobs.learn.LearningSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlass learn}: a score table from decisions and feedback. */
@Command(
        name = "learn",
        description = {
            "Learns how probable it is that each action comes to a success, and writes or publishes a score table.",
            "With --follow it runs as a job that learns from the topics and publishes a table again and again."
        })
final class LearnCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Option(names = "--decisions", arity = "1..*", paramLabel = "FILE", description = "decision records; .gz too")
    private List<Path> decisions = List.of();

    @Option(
            names = "--events",
            arity = "1..*",
            paramLabel = "FILE",
            description = "events with the feedback: action.opened, .accepted, .rejected, .converted, .failed; .gz too")
    private List<Path> events = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "where to write the table")
    private @Nullable Path out;

    @Option(names = "--publish", description = "publish the table to the rules topic")
    private boolean publish;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            converter = TimeReader.class,
            description = "what was settled by then is counted (default: how far the logs have come)")
    private @Nullable Instant asOf;

    @Option(
            names = "--effective-from",
            paramLabel = "TIME",
            converter = TimeReader.class,
            description =
                    "from when the table is used (default: the time of --as-of; published: as soon as can be, and at most"
                            + " 30 days ahead)")
    private @Nullable Instant effectiveFrom;

    @Option(names = "--follow", description = "go on as a job between the topics of the settings, in this process")
    private boolean follow;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            defaultValue = "1h",
            converter = DurationReader.class,
            description = "with --follow: how often a table is published (default: ${DEFAULT-VALUE})")
    private long everyMillis;

    @Option(names = "--fresh", description = "with --follow: forget what earlier runs have counted")
    private boolean fresh;

    @Override
    public Integer call() throws Exception {
        LearningSettings how = learning.settingsOrEnd();
        try {
            if (follow) {
                return follow(how);
            }
            requireUse();
            return learn(how);
        } catch (CannotStart refused) {
            throw Answer.no(refused.getMessage() + ".");
        }
    }

    private void requireUse() {
        if (decisions.isEmpty() || events.isEmpty()) {
            throw Answer.usedWrongly("learning needs --decisions FILE and --events FILE, or --follow for the topics.");
        }
        if (out == null && !publish) {
            throw Answer.usedWrongly("say where the table goes: --out FILE, --publish, or both.");
        }
        new LogFiles(decisions).require();
        new LogFiles(events).require();
    }

    private int learn(LearningSettings how) throws IOException {
        Learning logs = new Learning(how);
        Progress progress = Progress.to(spec.commandLine().getErr());
        long read = new LogFiles(decisions).each(logs::decision, progress, 0);
        new LogFiles(events).each(logs::event, progress, read);
        progress.end();
        if (logs.unreadable() > 0) {
            spec.commandLine()
                    .getErr()
                    .println(String.format(Locale.ROOT, "%,d records could not be read", logs.unreadable()));
        }
        if (asOf == null && logs.newest() == Long.MIN_VALUE) {
            throw Answer.no("there is no decision to learn from; name other files.");
        }
        long time = asOf == null ? logs.newest() : asOf.toEpochMilli();
        var tally = logs.tally(time);
        if (tally.trials() == 0) {
            throw Answer.no("there is nothing to learn from yet: no action that went out was followed for "
                    + Durations.text(how.windowMillis()) + " by " + Instant.ofEpochMilli(time)
                    + "; use a shorter --window, a later --as-of, or logs that go further.");
        }
        LearnedTable learned = LearnedTable.of(tally, how, time);
        LearnedTable dated = effectiveFrom == null ? learned : learned.from(effectiveFrom.toEpochMilli());
        LearnedTable given = publish ? published(dated) : dated;
        if (out != null) {
            Files.write(out, given.json());
        }
        tell(given, tally.trials());
        return 0;
    }

    private LearnedTable published(LearnedTable learned) throws IOException {
        JobSettings job = settings.settingsOrEnd(spec.commandLine().getErr());
        new KafkaTopics(job.kafka()).createRules();
        Duration lateness = Duration.ofMillis(job.engine().latenessMillis());
        return new ScorePublication(new RulesTopic(job.kafka()), lateness)
                .publish(learned, Instant.now(), effectiveFrom);
    }

    private void tell(LearnedTable given, long trials) {
        PrintWriter answer = spec.commandLine().getOut();
        TextTable table = new TextTable("action", "type", "offered", "accepted", "believed", "drawn");
        given.table()
                .cells()
                .forEach(cell -> table.row(
                        cell.action(),
                        cell.type() == null ? "" : cell.type(),
                        String.format(Locale.ROOT, "%.1f", cell.offered()),
                        String.format(Locale.ROOT, "%.1f", cell.accepted()),
                        String.format(
                                Locale.ROOT,
                                "%.4f",
                                cell.belief().alpha()
                                        / (cell.belief().alpha() + cell.belief().beta())),
                        String.format(Locale.ROOT, "%.4f", cell.propensity())));
        answer.print(table.render());
        answer.println(String.format(
                Locale.ROOT,
                "score table %s of %,d trials is used from %s on",
                given.table().number(),
                trials,
                Instant.ofEpochMilli(given.table().effectiveFrom())));
    }

    private int follow(LearningSettings how) throws Exception {
        if (everyMillis <= 0) {
            throw Answer.usedWrongly("--every takes a duration above 0, such as 1h.");
        }
        JobSettings job = settings.settingsOrEnd(spec.commandLine().getErr());
        JobSettings own = LearnJob.own(job);
        var graph = LearnJob.graph(own, how, everyMillis, fresh);
        try (EmbeddedFlink flink = EmbeddedFlink.start(own)) {
            var running = flink.submit(graph);
            spec.commandLine().getOut().println("learns; web page " + flink.webPage());
            return running.end().get().isSuccess() ? 0 : 1;
        }
    }
}
