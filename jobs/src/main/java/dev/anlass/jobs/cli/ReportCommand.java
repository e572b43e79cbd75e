package dev.anlass.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.anlass.engine.rulefile.Durations;
import dev.anlass.jobs.report.Report;
import dev.anlass.jobs.report.ReportPage;
import dev.anlass.jobs.report.TriggerReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlass report}: what became of the matches, and what the actions changed. */
@Command(
        name = "report",
        description =
                "Says for each trigger what became of its matches and, with --outcome, how much more often customers"
                        + " with the action came to it than those of the control group.")
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--decisions",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "decision records, one a line; .gz too")
    private List<Path> decisions = List.of();

    @Option(
            names = "--events",
            arity = "1..*",
            paramLabel = "FILE",
            description = "events: feedback and outcomes; .gz too")
    private List<Path> events = List.of();

    @Option(
            names = "--outcome",
            paramLabel = "TYPE",
            description = "the event that actions are to bring about, such as order.completed")
    private @Nullable String outcome;

    @Option(
            names = "--within",
            paramLabel = "DURATION",
            defaultValue = "7d",
            converter = DurationReader.class,
            description = "how long after it the outcome counts (default: ${DEFAULT-VALUE})")
    private long withinMillis;

    @Option(names = "--json", description = "write JSON instead of a table")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "write a page with bars and intervals, too")
    private @Nullable Path html;

    @Override
    public Integer call() throws IOException {
        if (outcome != null && events.isEmpty()) {
            throw Answer.usedWrongly("--outcome needs the events in which it happens: name them with --events FILE.");
        }
        new LogFiles(decisions).require();
        new LogFiles(events).require();
        Report report = new Report(outcome, withinMillis);
        Progress progress = Progress.to(spec.commandLine().getErr());
        long read = new LogFiles(decisions).each(report::decision, progress, 0);
        new LogFiles(events).each(report::event, progress, read);
        progress.end();
        tell(report);
        return 0;
    }

    private void tell(Report report) throws IOException {
        List<TriggerReport> triggers = report.triggers();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(asJson(report, triggers));
        } else {
            out.print(ReportText.of(triggers, outcome, Durations.text(withinMillis)));
        }
        if (report.unreadable() > 0) {
            spec.commandLine()
                    .getErr()
                    .println(String.format(Locale.ROOT, "%,d records could not be read", report.unreadable()));
        }
        if (html != null) {
            Files.writeString(html, ReportPage.of(triggers));
        }
    }

    private String asJson(Report report, List<TriggerReport> triggers) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("records", report.records());
        all.put("unreadable", report.unreadable());
        if (outcome != null) {
            all.put("outcome", outcome);
            all.put("within", Durations.text(withinMillis));
        }
        all.put("triggers", triggers.stream().map(TriggerReport::asMap).toList());
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all);
    }
}
