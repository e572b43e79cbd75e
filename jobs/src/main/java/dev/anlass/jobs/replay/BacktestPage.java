package dev.anlass.jobs.replay;

import dev.anlass.jobs.replay.BacktestReport.Pair;
import dev.anlass.jobs.replay.BacktestReport.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The report of a backtest as a page for a browser, all in one file: for each trigger a bar for what became of its matches
 * and one for each day, then who is reached by several, and how other rules differ.
 */
public final class BacktestPage {

    private static final int NAME_WIDTH = 230;
    private static final int BAR_WIDTH = 300;
    private static final int DAYS_WIDTH = 420;
    private static final int GAP = 60;
    private static final int ROW = 40;
    private static final int MAX_OVERLAPS = 50;
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Anlass backtest</title>
            <style>
            body{font:14px sans-serif;margin:2em;color:#222}svg text{font:12px sans-serif;fill:#222}
            .emitted{fill:#2b7a4b}.revoked{fill:#c9822b}.would{fill:#3b6ea8}.refused{fill:#c8c8c8}
            .small{font-size:10px;fill:#666}.base{stroke:#bbb}
            table{border-collapse:collapse;margin:1em 0}td,th{padding:.2em 1em .2em 0;text-align:right;font-weight:normal}
            th{color:#666;border-bottom:1px solid #ccc}td.name,th.name{text-align:left}
            </style></head><body><h1>Backtest</h1>
            """;
    private static final String LEGEND = """
            <p><svg width="640" height="16"><rect class="emitted" width="12" height="12"/><text x="18" y="11">went out</text>
            <rect class="revoked" x="100" width="12" height="12"/><text x="118" y="11">revoked</text>
            <rect class="would" x="190" width="12" height="12"/><text x="208" y="11">would go out</text>
            <rect class="refused" x="310" width="12" height="12"/><text x="328" y="11">refused</text></svg></p>
            """;

    private final BacktestReport report;

    private BacktestPage(BacktestReport report) {
        this.report = report;
    }

    public static String of(BacktestReport report) {
        BacktestPage page = new BacktestPage(report);
        return HEAD + page.heading() + LEGEND + page.pictures() + page.overlaps() + page.difference()
                + "</body></html>\n";
    }

    private String heading() {
        return text(
                "<p>%,d events, %,d customers; actions went out to %,d of them.</p>%n",
                report.summary().events(), report.summary().customers(), report.reached());
    }

    private String pictures() {
        List<Row> rows = report.triggers();
        List<LocalDate> days = report.days();
        long most =
                Math.max(1, rows.stream().mapToLong(BacktestPage::drawn).max().orElse(1));
        StringBuilder svg = new StringBuilder(text(
                "<svg width=\"%d\" height=\"%d\">%n",
                NAME_WIDTH + BAR_WIDTH + GAP + DAYS_WIDTH + GAP, rows.size() * ROW + ROW));
        svg.append(text("<text class=\"small\" x=\"%d\" y=\"14\">matches</text>%n", NAME_WIDTH));
        if (!days.isEmpty()) {
            svg.append(text(
                    "<text class=\"small\" x=\"%d\" y=\"14\">went out each day in UTC, %s to %s, each to its own most</text>%n",
                    NAME_WIDTH + BAR_WIDTH + GAP, days.get(0), days.get(days.size() - 1)));
        }
        int y = ROW / 2;
        for (Row row : rows) {
            svg.append(text("<text x=\"0\" y=\"%d\">%s</text>%n", y + 20, escaped(row.trigger())));
            bars(svg, row, y, most);
            days(svg, row, y, days);
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    /** What went out, would have, or was refused; what vanished later has been counted as one of these. */
    private static long drawn(Row row) {
        return row.emitted() + Math.max(row.wouldGoOut(), sum(row.refused()));
    }

    private static void bars(StringBuilder svg, Row row, int y, long most) {
        long revoked = Math.min(row.emitted(), sum(row.revoked()));
        double x = NAME_WIDTH;
        x = bar(svg, "emitted", x, y, row.emitted() - revoked, most);
        x = bar(svg, "revoked", x, y, revoked, most);
        x = bar(svg, "would", x, y, row.wouldGoOut(), most);
        x = bar(svg, "refused", x, y, Math.max(0, sum(row.refused()) - row.wouldGoOut()), most);
        svg.append(text(
                "<text class=\"small\" x=\"%.1f\" y=\"%d\">%,d%s</text>%n",
                x + 4, y + 20, row.matched(), row.vanished() == 0 ? "" : text(", %,d vanished", row.vanished())));
    }

    private static double bar(StringBuilder svg, String kind, double x, int y, long count, long most) {
        double width = (double) BAR_WIDTH * count / most;
        svg.append(text(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"20\"><title>%s %,d</title></rect>%n",
                kind, x, y + 6, width, kind, count));
        return x + width;
    }

    private static void days(StringBuilder svg, Row row, int y, List<LocalDate> days) {
        if (days.isEmpty()) {
            return;
        }
        int left = NAME_WIDTH + BAR_WIDTH + GAP;
        double width = (double) DAYS_WIDTH / days.size();
        long most = Math.max(
                1,
                row.byDay().values().stream().mapToLong(Long::longValue).max().orElse(1));
        svg.append(text(
                "<line class=\"base\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>%n",
                left, left + DAYS_WIDTH, y + 30, y + 30));
        for (int i = 0; i < days.size(); i++) {
            long count = row.byDay().getOrDefault(days.get(i), 0L);
            double height = 26.0 * count / most;
            if (count > 0) {
                svg.append(text(
                        "<rect class=\"emitted\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">"
                                + "<title>%s %,d</title></rect>%n",
                        left + i * width,
                        y + 30 - height,
                        Math.max(0.5, Math.min(width * 0.8, 40)),
                        height,
                        days.get(i),
                        count));
            }
        }
        if (row.emitted() > 0) {
            svg.append(
                    text("<text class=\"small\" x=\"%d\" y=\"%d\">%,d</text>%n", left + DAYS_WIDTH + 4, y + 14, most));
        }
    }

    private String overlaps() {
        List<Map.Entry<Overlap, Long>> overlaps = report.overlaps();
        if (overlaps.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder("<h2>Customers whom two triggers reach</h2>\n<table>");
        table.append("<tr><th class=\"name\">actions of</th><th class=\"name\">and of</th><th>customers</th></tr>\n");
        overlaps.stream()
                .limit(MAX_OVERLAPS)
                .forEach(overlap -> table.append(text(
                        "<tr><td class=\"name\">%s</td><td class=\"name\">%s</td><td>%,d</td></tr>%n",
                        escaped(overlap.getKey().one()),
                        escaped(overlap.getKey().other()),
                        overlap.getValue())));
        return table.append("</table>\n").toString();
    }

    private String difference() {
        List<Pair> pairs = report.pairs();
        var compared = report.compared();
        if (compared == null) {
            return "";
        }
        StringBuilder table = new StringBuilder("<h2>Against the other rules</h2>\n");
        table.append(text(
                "<p>Customers reached by both %,d, only by these rules %,d, only by the other ones %,d.</p>%n",
                compared.both(), compared.onlyFirst(), compared.onlySecond()));
        table.append("<table><tr><th class=\"name\">trigger</th><th>went out</th><th>other</th><th>customers</th>"
                + "<th>other</th></tr>\n");
        for (Pair pair : pairs) {
            Row first = pair.first();
            Row second = pair.second();
            table.append(text(
                    "<tr><td class=\"name\">%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>%n",
                    escaped(pair.trigger()),
                    first == null ? "-" : whole(first.emitted()),
                    second == null ? "-" : whole(second.emitted()),
                    first == null ? "-" : whole(first.customers()),
                    second == null ? "-" : whole(second.customers())));
        }
        return table.append("</table>\n").toString();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String whole(long number) {
        return text("%,d", number);
    }

    private static String escaped(String label) {
        return label.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
