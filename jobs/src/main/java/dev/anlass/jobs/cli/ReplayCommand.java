package dev.anlass.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rule.ScoreTables;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.Durations;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.connector.file.EventLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlass replay}: what the rules make of recorded events. */
@Command(
        name = "replay",
        description = {
            "Runs the engine over recorded events and writes what comes out.",
            "Writes actions.ndjson, decisions.ndjson, rejected.ndjson and summary.json."
        })
final class ReplayCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec = CommandSpec.create();

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

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to write; made if missing")
    private Path out = Path.of("out");

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

    @Override
    public Integer call() throws IOException {
        long started = System.nanoTime();
        requireEvents();
        ScoreTables tables = ScoreFiles.tablesOrEnd(scores, spec.commandLine().getErr());
        RuleDirectory directory = fences == null ? RuleDirectory.load(rules) : RuleDirectory.load(rules, fences);
        Bundle bundle = directory.bundleOrEnd(spec.commandLine().getErr());
        ReplaySummary summary = new ReplaySummary(bundle.triggers().keySet());
        Map<String, Object> end = replay(bundle, tables, summary);
        end.put("wall_millis", (System.nanoTime() - started) / 1_000_000);
        writeSummary(end);
        PrintWriter answer = spec.commandLine().getOut();
        answer.println(summary.inWords() + "; see " + out);
        return 0;
    }

    private void requireEvents() {
        for (String file : events) {
            if (!file.equals(STANDARD_INPUT) && !Files.isReadable(Path.of(file))) {
                throw Answer.usedWrongly(
                        "there is no file " + file + " to read; name files of events, or - for" + " standard input.");
            }
        }
    }

    private Map<String, Object> replay(Bundle bundle, ScoreTables tables, ReplaySummary summary) throws IOException {
        Program program = Program.of(List.of(bundle), Settings.DEFAULT.withLateness(latenessMillis))
                .withScores(tables);
        Population population = new Population(program, Replay.GRACE_MILLIS);
        try (ReplayOutput output = ReplayOutput.in(out)) {
            Progress progress = Progress.to(spec.commandLine().getErr());
            Replay replay = new Replay(program, population, output, summary, progress);
            for (String file : events) {
                try (EventLines lines = open(file)) {
                    replay.feed(lines);
                }
            }
            replay.end(until);
        }
        summary.close(population);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("rules", bundle.number());
        if (!tables.tables().isEmpty()) {
            all.put("scores", tables.tables().stream().map(ScoreTable::number).toList());
        }
        all.put("lateness", Durations.text(latenessMillis));
        all.put("until", until.toString());
        all.putAll(summary.asMap());
        return all;
    }

    private static EventLines open(String file) throws IOException {
        return file.equals(STANDARD_INPUT) ? EventLines.of("-", System.in) : EventLines.of(Path.of(file));
    }

    private void writeSummary(Map<String, Object> summary) throws IOException {
        byte[] json =
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(summary);
        Files.write(out.resolve("summary.json"), json);
    }
}
