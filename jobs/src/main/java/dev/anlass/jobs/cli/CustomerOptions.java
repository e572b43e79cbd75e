package dev.anlass.jobs.cli;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.connector.file.EventLine;
import dev.anlass.jobs.connector.file.EventLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name a customer and where the events are: files with a rule directory, or Kafka. */
final class CustomerOptions {

    private static final String STANDARD_INPUT = "-";

    /** Time passes so much later than the newest event, as in a replay. */
    private static final long GRACE_MILLIS = 5_000;

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Option(names = "--customer", required = true, paramLabel = "ID", description = "the customer's id")
    private String id = "";

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "the rule directory (default: rules); with Kafka the bundles that were deployed are taken")
    private Path rules = Path.of("rules");

    @Option(names = "--fences", paramLabel = "FILE", description = "more fences than the rules bring, as GeoJSON")
    private @Nullable Path fences;

    @Option(
            names = "--events",
            arity = "1..*",
            paramLabel = "FILE",
            description = "CloudEvents in JSON, one a line, in the order in which they arrived; packed with gzip too;"
                    + " - is standard input (default: the events topic of Kafka)")
    private List<String> events = List.of();

    @Option(
            names = "--lateness",
            paramLabel = "DURATION",
            defaultValue = "60s",
            converter = DurationReader.class,
            description = "how far behind their clock an event of the customer may be (default: ${DEFAULT-VALUE}); with"
                    + " Kafka that of the settings")
    private long latenessMillis;

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description = "a score table that anlass learn wrote; repeatable; with Kafka those that were published are"
                    + " taken")
    private List<Path> scores = List.of();

    String id() {
        return id;
    }

    /** The customer after all records up to a time; the whole of them if it is null. */
    OneCustomer follow(@Nullable Instant at, PrintWriter err) throws IOException {
        return events.isEmpty() ? TopicCustomer.follow(settings.settingsOrEnd(err), id, at) : ofFiles(at, err);
    }

    private OneCustomer ofFiles(@Nullable Instant at, PrintWriter err) throws IOException {
        for (String file : events) {
            if (!file.equals(STANDARD_INPUT) && !Files.isReadable(Path.of(file))) {
                throw Answer.usedWrongly(
                        "there is no file " + file + " to read; name files of events, or - for standard input.");
            }
        }
        RuleDirectory directory = fences == null ? RuleDirectory.load(rules) : RuleDirectory.load(rules, fences);
        Program program = Program.of(List.of(directory.bundleOrEnd(err)), Settings.DEFAULT.withLateness(latenessMillis))
                .withScores(ScoreFiles.tablesOrEnd(scores, err));
        OneCustomer customer = new OneCustomer(program, id, GRACE_MILLIS, at);
        boolean goesOn = true;
        for (int i = 0; i < events.size() && goesOn; i++) {
            try (EventLines lines = open(events.get(i))) {
                goesOn = feed(lines, program, customer);
            }
        }
        return customer;
    }

    private static boolean feed(EventLines lines, Program program, OneCustomer customer) throws IOException {
        for (EventLine line = lines.next(); line != null; line = lines.next()) {
            Decoded decoded = program.decoder().decode(line.bytes(), null);
            String subject = Subject.of(decoded, line.bytes());
            if (!customer.take(decoded, subject, line.source())) {
                return false;
            }
        }
        return true;
    }

    private static EventLines open(String file) throws IOException {
        return file.equals(STANDARD_INPUT) ? EventLines.of("-", System.in) : EventLines.of(Path.of(file));
    }
}
