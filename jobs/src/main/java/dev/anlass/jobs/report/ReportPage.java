package dev.anlass.jobs.report;

import java.util.List;
import java.util.Locale;

/** A report as a page for a browser, all in one file: a bar for what became of the matches, and each difference with its interval. */
public final class ReportPage {

    private static final int WIDTH = 640;
    private static final int ROW = 34;
    private static final int NAME_WIDTH = 220;
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Anlass report</title>
            <style>
            body{font:14px sans-serif;margin:2em;color:#222}svg text{font:12px sans-serif;fill:#222}
            .emitted{fill:#2b7a4b}.held{fill:#3b6ea8}.revoked{fill:#c9822b}.refused{fill:#c8c8c8}.vanished{fill:#8a6fb0}
            .zero{stroke:#999;stroke-dasharray:3 3}.interval{stroke:#222;stroke-width:2}.estimate{fill:#222}
            </style></head><body><h1>What became of the matches</h1>
            <p><svg width="640" height="16"><rect class="emitted" width="12" height="12"/><text x="18" y="11">went out</text>
            <rect class="revoked" x="100" width="12" height="12"/><text x="118" y="11">revoked</text>
            <rect class="held" x="200" width="12" height="12"/><text x="218" y="11">held out</text>
            <rect class="refused" x="300" width="12" height="12"/><text x="318" y="11">refused or vanished</text></svg></p>
            """;

    private final List<TriggerReport> triggers;

    private ReportPage(List<TriggerReport> triggers) {
        this.triggers = triggers;
    }

    public static String of(List<TriggerReport> triggers) {
        ReportPage page = new ReportPage(triggers);
        return HEAD + page.bars() + page.differences() + "</body></html>\n";
    }

    private String bars() {
        long most = Math.max(
                1, triggers.stream().mapToLong(TriggerReport::matched).max().orElse(1));
        StringBuilder svg = new StringBuilder(open(triggers.size()));
        int y = 0;
        for (TriggerReport trigger : triggers) {
            svg.append(name(y, trigger.trigger() + " " + trigger.matched()));
            double x = NAME_WIDTH;
            long revoked = Math.min(trigger.emitted(), trigger.revokedInAll());
            long rest = Math.max(0, trigger.matched() - trigger.emitted() - trigger.heldOut());
            x = bar(svg, "emitted", x, y, trigger.emitted() - revoked, most);
            x = bar(svg, "revoked", x, y, revoked, most);
            x = bar(svg, "held", x, y, trigger.heldOut(), most);
            bar(svg, "refused", x, y, rest, most);
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    private static double bar(StringBuilder svg, String kind, double x, int y, long count, long most) {
        double width = (double) (WIDTH - NAME_WIDTH) * count / most;
        svg.append(text(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"20\"><title>%d</title></rect>%n",
                kind, x, y + 6, width, count));
        return x + width;
    }

    private String differences() {
        List<TriggerReport> known = triggers.stream()
                .filter(trigger ->
                        trigger.difference() != null && trigger.difference().isKnown())
                .toList();
        if (known.isEmpty()) {
            return "";
        }
        double widest = 0;
        for (TriggerReport trigger : known) {
            Difference difference = java.util.Objects.requireNonNull(trigger.difference());
            widest = Math.max(widest, Math.max(Math.abs(difference.lower()), Math.abs(difference.upper())));
        }
        StringBuilder svg = new StringBuilder("<h1>Difference to the control group, with its 95 % interval</h1>\n");
        svg.append(open(known.size()));
        double zero = NAME_WIDTH + (WIDTH - NAME_WIDTH) / 2.0;
        double scale = (WIDTH - NAME_WIDTH) / 2.0 / Math.max(widest, 1e-9);
        svg.append(text(
                "<line class=\"zero\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/>%n", zero, zero, known.size() * ROW));
        int y = 0;
        for (TriggerReport trigger : known) {
            svg.append(interval(trigger, zero, scale, y));
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String interval(TriggerReport trigger, double zero, double scale, int y) {
        Difference difference = java.util.Objects.requireNonNull(trigger.difference());
        String label = text("%s %+.2f pp", trigger.trigger(), difference.estimate() * 100);
        return name(y, label)
                + text(
                        "<line class=\"interval\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"><title>%+.2f to %+.2f"
                                + " pp</title></line><circle class=\"estimate\" cx=\"%.1f\" cy=\"%d\" r=\"4\"/>%n",
                        zero + difference.lower() * scale,
                        zero + difference.upper() * scale,
                        y + 16,
                        y + 16,
                        difference.lower() * 100,
                        difference.upper() * 100,
                        zero + difference.estimate() * scale,
                        y + 16);
    }

    private static String open(int rows) {
        return text("<svg width=\"%d\" height=\"%d\">%n", WIDTH, rows * ROW);
    }

    private static String name(int y, String label) {
        return text("<text x=\"0\" y=\"%d\">%s</text>%n", y + 20, escaped(label));
    }

    private static String escaped(String label) {
        return label.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
