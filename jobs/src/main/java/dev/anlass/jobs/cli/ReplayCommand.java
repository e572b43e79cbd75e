package dev.anlass.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rule.ScoreTables;
import dev.anlass.engine.rulefile.Durations;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.connector.file.EventLines;
import dev.anlass.jobs.replay.Replay;
import dev.anlass.jobs.replay.ReplayOutput;
import dev.anlass.jobs.replay.ReplaySummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ReplayInputs inputs = new ReplayInputs();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to write; made if missing")
    private Path out = Path.of("out");

    @Override
    public Integer call() throws IOException {
        long started = System.nanoTime();
        PrintWriter err = spec.commandLine().getErr();
        inputs.requireEvents();
        ScoreTables tables = inputs.scoresOrEnd(err);
        Bundle bundle = inputs.bundleOrEnd(err);
        ReplaySummary summary = new ReplaySummary(bundle.triggers().keySet());
        Map<String, Object> end = replay(bundle, tables, summary);
        end.put("wall_millis", (System.nanoTime() - started) / 1_000_000);
        writeSummary(end);
        PrintWriter answer = spec.commandLine().getOut();
        answer.println(summary.inWords() + "; see " + out);
        return 0;
    }

    private Map<String, Object> replay(Bundle bundle, ScoreTables tables, ReplaySummary summary) throws IOException {
        Program program = inputs.program(bundle, tables);
        Population population = new Population(program, Replay.GRACE_MILLIS);
        try (ReplayOutput output = ReplayOutput.in(out)) {
            Progress progress = Progress.to(spec.commandLine().getErr());
            Replay replay = new Replay(program, population, output, summary, progress::say);
            for (String file : inputs.events()) {
                try (EventLines lines = ReplayInputs.open(file)) {
                    replay.feed(lines);
                }
            }
            replay.end(inputs.until());
            progress.end();
        }
        summary.close(population);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("rules", bundle.number());
        if (!tables.tables().isEmpty()) {
            all.put("scores", tables.tables().stream().map(ScoreTable::number).toList());
        }
        all.put("lateness", Durations.text(inputs.latenessMillis()));
        all.put("until", inputs.until().toString());
        all.putAll(summary.asMap());
        return all;
    }

    private void writeSummary(Map<String, Object> summary) throws IOException {
        byte[] json =
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(summary);
        Files.write(out.resolve("summary.json"), json);
    }
}
