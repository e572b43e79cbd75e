package dev.anlass.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.ScoreTables;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.connector.file.EventLines;
import dev.anlass.jobs.replay.Backtest;
import dev.anlass.jobs.replay.BacktestPage;
import dev.anlass.jobs.replay.BacktestReport;
import dev.anlass.jobs.replay.BacktestResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlass backtest}: how much the rules would have sent, to whom, and what other rules would have. */
@Command(
        name = "backtest",
        description =
                "Replays recorded events in parallel and reports how many actions go out for each trigger and day,"
                        + " what is refused and why, how many customers are reached, whom several triggers reach, and with"
                        + " --against how that differs from other rules.")
final class BacktestCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ReplayInputs inputs = new ReplayInputs();

    @Option(names = "--against", paramLabel = "DIR", description = "rules to compare with, such as those that run")
    private @Nullable Path against;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            description = "how many processors to use (default: all that there are)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "write JSON instead of tables")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "write a page with pictures, too")
    private @Nullable Path html;

    @Override
    public Integer call() throws IOException {
        if (threads < 1) {
            throw Answer.usedWrongly("--threads " + threads + " is too few; one is enough.");
        }
        inputs.requireEvents();
        PrintWriter err = spec.commandLine().getErr();
        ScoreTables tables = inputs.scoresOrEnd(err);
        List<Bundle> bundles = new ArrayList<>(List.of(inputs.bundleOrEnd(err)));
        if (against != null) {
            bundles.add(inputs.bundleOrEnd(against, err));
        }
        BacktestReport report = new BacktestReport(bundles, replayed(bundles, tables));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? JSON.writeValueAsString(report.asMap()) + "\n" : BacktestText.of(report));
        out.flush();
        if (html != null) {
            Files.writeString(html, BacktestPage.of(report));
        }
        return 0;
    }

    private BacktestResult replayed(List<Bundle> bundles, ScoreTables tables) throws IOException {
        List<Program> programs =
                bundles.stream().map(bundle -> inputs.program(bundle, tables)).toList();
        Progress progress = Progress.to(spec.commandLine().getErr());
        try (Backtest backtest = new Backtest(programs, threads, progress::say)) {
            for (String file : inputs.events()) {
                try (EventLines lines = ReplayInputs.open(file)) {
                    backtest.feed(lines);
                }
            }
            BacktestResult result = backtest.end(inputs.until());
            progress.end();
            return result;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
