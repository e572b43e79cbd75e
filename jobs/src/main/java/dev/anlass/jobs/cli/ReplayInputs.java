package dev.anlass.jobs.cli;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.ScoreTables;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.connector.file.EventLines;
import dev.anlass.jobs.replay.ReplayEnd;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What rules and events are replayed, and until when. */
final class ReplayInputs {

    private static final String STANDARD_INPUT = "-";

    @Option(names = "--rules", required = true, paramLabel = "DIR", description = "the rule directory")
    private Path rules = Path.of("rules");

    @Option(
            names = "--events",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "CloudEvents in JSON, one a line, in the order in which they arrived; packed with gzip too;"
                    + " - is standard input")
    private List<String> events = List.of();

    @Option(
            names = "--lateness",
            paramLabel = "DURATION",
            defaultValue = "60s",
            converter = DurationReader.class,
            description = "how far behind its customer's clock an event may be (default: ${DEFAULT-VALUE})")
    private long latenessMillis;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = ReplayEnd.Reader.class,
            description = "how far time passes after the last event: a time, or \"end\": until every wait and held"
                    + " candidate has come due (default: the newest accepted event)")
    private ReplayEnd until = new ReplayEnd.NewestEvent();

    @Option(names = "--fences", paramLabel = "FILE", description = "more fences than the rules bring, as GeoJSON")
    private @Nullable Path fences;

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description = "a score table, as anlass learn writes it; may be said several times. Each is used from its"
                    + " effective time on (default: every propensity is 1)")
    private List<Path> scores = List.of();

    /** The rules, or the command ends after saying why not. */
    Bundle bundleOrEnd(PrintWriter err) throws IOException {
        return bundleOrEnd(rules, err);
    }

    /** The same of another rule directory, with the same fences besides. */
    Bundle bundleOrEnd(Path directory, PrintWriter err) throws IOException {
        RuleDirectory loaded = fences == null ? RuleDirectory.load(directory) : RuleDirectory.load(directory, fences);
        return loaded.bundleOrEnd(err);
    }

    ScoreTables scoresOrEnd(PrintWriter err) throws IOException {
        return ScoreFiles.tablesOrEnd(scores, err);
    }

    Program program(Bundle bundle, ScoreTables tables) {
        return Program.of(List.of(bundle), Settings.DEFAULT.withLateness(latenessMillis))
                .withScores(tables);
    }

    /** Standard input is no file. */
    void requireEvents() {
        for (String file : events) {
            if (!file.equals(STANDARD_INPUT) && !Files.isReadable(Path.of(file))) {
                throw Answer.usedWrongly(
                        "there is no file " + file + " to read; name files of events, or - for standard input.");
            }
        }
    }

    List<String> events() {
        return events;
    }

    static EventLines open(String file) throws IOException {
        return file.equals(STANDARD_INPUT) ? EventLines.of("-", System.in) : EventLines.of(Path.of(file));
    }

    long latenessMillis() {
        return latenessMillis;
    }

    ReplayEnd until() {
        return until;
    }
}
