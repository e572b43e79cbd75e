package dev.anlass.jobs.cli;

import dev.anlass.jobs.replay.BacktestReport;
import dev.anlass.jobs.replay.BacktestReport.Pair;
import dev.anlass.jobs.replay.BacktestReport.Row;
import dev.anlass.jobs.replay.BacktestResult.Compared;
import dev.anlass.jobs.replay.Overlap;
import dev.anlass.jobs.replay.ReplaySummary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report of a backtest as text for a terminal. */
final class BacktestText {

    /** With more days than this a table of them is too wide. */
    private static final int MAX_DAYS = 10;

    private static final int MAX_OVERLAPS = 10;

    private final BacktestReport report;

    private BacktestText(BacktestReport report) {
        this.report = report;
    }

    static String of(BacktestReport report) {
        BacktestText text = new BacktestText(report);
        return Stream.of(
                        text.heading(),
                        text.triggers(),
                        text.reasons(),
                        text.days(),
                        text.overlaps(),
                        text.difference(),
                        text.compared())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String heading() {
        ReplaySummary summary = report.summary();
        long rejected =
                summary.rejected().values().stream().mapToLong(Long::longValue).sum();
        String why = rejected == 0 ? "" : " (" + byReason(summary.rejected()) + ")";
        return whole(summary.events()) + " events, " + whole(rejected) + " rejected" + why + "; "
                + whole(summary.customers()) + " customers, actions went out to " + whole(report.reached())
                + " of them" + held(summary) + "\n";
    }

    private static String held(ReplaySummary summary) {
        return summary.held() == 0
                ? ""
                : "; " + whole(summary.held()) + " candidates are still held, --until end decides them";
    }

    private String triggers() {
        TextTable table = new TextTable(
                "trigger", "state", "matched", "went out", "would", "customers", "refused", "revoked", "vanished");
        for (Row row : report.triggers()) {
            table.row(
                    row.trigger(),
                    row.state(),
                    whole(row.matched()),
                    whole(row.emitted()),
                    row.wouldGoOut() == 0 ? "" : whole(row.wouldGoOut()),
                    whole(row.customers()),
                    whole(sum(row.refused())),
                    whole(sum(row.revoked())),
                    whole(row.vanished()));
        }
        return table.render();
    }

    private String reasons() {
        StringBuilder text = new StringBuilder();
        for (Row row : report.triggers()) {
            line(text, row.trigger() + " refused", row.refused());
            line(text, row.trigger() + " revoked", row.revoked());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String what, Map<String, Long> reasons) {
        if (!reasons.isEmpty()) {
            text.append(what).append(": ").append(byReason(reasons)).append('\n');
        }
    }

    private static String byReason(Map<String, Long> reasons) {
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(reason -> reason.getKey() + " " + whole(reason.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** What went out by day, all days if they are few. */
    private String days() {
        List<LocalDate> days = report.days();
        List<Row> rows =
                report.triggers().stream().filter(row -> row.emitted() > 0).toList();
        if (rows.isEmpty()) {
            return "";
        }
        return days.size() <= MAX_DAYS ? eachDay(days, rows) : busiestDays(days, rows);
    }

    private static String eachDay(List<LocalDate> days, List<Row> rows) {
        List<String> headings = new ArrayList<>(List.of("went out, by day in UTC"));
        days.forEach(day -> headings.add(day.toString()));
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.trigger()));
            days.forEach(day -> cells.add(whole(row.byDay().getOrDefault(day, 0L))));
            table.row(cells.toArray(String[]::new));
        }
        return table.render();
    }

    private static String busiestDays(List<LocalDate> days, List<Row> rows) {
        TextTable table = new TextTable("went out", "a day", "most", "on");
        for (Row row : rows) {
            Map.Entry<LocalDate, Long> most = row.byDay().entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow();
            table.row(
                    row.trigger(),
                    String.format(Locale.ROOT, "%,.1f", (double) row.emitted() / days.size()),
                    whole(most.getValue()),
                    most.getKey().toString());
        }
        return table.render() + "of " + days.size() + " days in UTC; --json and --html have each\n";
    }

    private String overlaps() {
        List<Map.Entry<Overlap, Long>> all = report.overlaps();
        if (all.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable("actions of", "and of", "customers reached by both");
        all.stream()
                .limit(MAX_OVERLAPS)
                .forEach(overlap ->
                        table.row(overlap.getKey().one(), overlap.getKey().other(), whole(overlap.getValue())));
        int more = all.size() - MAX_OVERLAPS;
        return table.render() + (more > 0 ? "and " + whole(more) + " pairs with fewer; --json has all\n" : "");
    }

    private String difference() {
        List<Pair> pairs = report.pairs();
        if (pairs.isEmpty()) {
            return "";
        }
        TextTable table =
                new TextTable("trigger", "went out", "against", "difference", "customers", "against", "difference");
        for (Pair pair : pairs) {
            long out = emitted(pair.first());
            long before = emitted(pair.second());
            long customers = customers(pair.first());
            long customersBefore = customers(pair.second());
            table.row(
                    pair.trigger(),
                    pair.first() == null ? "-" : whole(out),
                    pair.second() == null ? "-" : whole(before),
                    signed(out - before),
                    pair.first() == null ? "-" : whole(customers),
                    pair.second() == null ? "-" : whole(customersBefore),
                    signed(customers - customersBefore));
        }
        return table.render();
    }

    private String compared() {
        Compared compared = report.compared();
        return compared == null
                ? ""
                : "customers reached by both " + whole(compared.both()) + ", only by these rules "
                        + whole(compared.onlyFirst()) + ", only by those compared with " + whole(compared.onlySecond())
                        + "\n";
    }

    private static long emitted(@Nullable Row row) {
        return row == null ? 0 : row.emitted();
    }

    private static long customers(@Nullable Row row) {
        return row == null ? 0 : row.customers();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String signed(long difference) {
        return difference == 0 ? "0" : String.format(Locale.ROOT, "%+,d", difference);
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
