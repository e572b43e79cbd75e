package dev.anlass.jobs.advisor.sheet;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.AdvisorList.LeftOut;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A list as a page to print on A4: a box to tick and room for notes at each row. It loads nothing and runs nothing. */
final class PrintedSheet {

    private static final String STYLE = """
            @page { size: A4 portrait; margin: 12mm 12mm 14mm }
            body { font: 9pt/1.25 "Helvetica Neue", Arial, "Liberation Sans", sans-serif; color: #111; margin: 0 auto;
              padding: 8mm; max-width: 186mm }
            h1 { font-size: 15pt; margin: 0 }
            header p { margin: 1mm 0 3mm; color: #444 }
            table { border-collapse: collapse; width: 100%; table-layout: fixed }
            th, td { text-align: left; vertical-align: top; padding: 1.2mm 1.5mm; overflow-wrap: anywhere }
            th { font-size: 8pt; font-weight: 600; color: #444; border-bottom: 0.4mm solid #111; white-space: nowrap }
            td { border-bottom: 0.2mm solid #aaa }
            tr { break-inside: avoid }
            thead { display: table-header-group }
            .rank { width: 10mm; white-space: nowrap }
            .who { width: 31mm }
            .when { width: 21mm }
            .notes { width: 30mm; border-left: 0.2mm solid #aaa }
            .box { display: inline-block; width: 3mm; height: 3mm; border: 0.3mm solid #111; border-radius: 0.5mm;
              margin-right: 1.6mm; vertical-align: -0.5mm }
            .customer, .due { font-weight: 600 }
            .step { margin-top: 0.5mm }
            .step::before { content: "→ " }
            .small { margin-top: 0.5mm; font-size: 7.5pt; color: #444 }
            .erased td { color: #666; font-style: italic }
            footer { margin-top: 4mm; font-size: 8pt; color: #444 }
            footer p { margin: 0 0 1mm }
            @media print { body { padding: 0; max-width: none } }
            """;

    private final AdvisorList list;
    private final SheetWords words;
    private final SheetNames names;
    private final List<SheetRow> rows;

    private PrintedSheet(AdvisorList list, SheetNames names) {
        this.list = list;
        this.words = SheetWords.in(list.language());
        this.names = names;
        this.rows = SheetRow.of(list, words);
    }

    static byte[] of(AdvisorList list, SheetNames names) {
        return new PrintedSheet(list, names).page().getBytes(StandardCharsets.UTF_8);
    }

    private String page() {
        String title = words.title() + " – " + names.advisor();
        return String.format(
                Locale.ROOT,
                """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <header>
                <h1>%s</h1>
                <p>%s</p>
                </header>
                %s<footer>
                %s<p>%s</p>
                </footer>
                </body>
                </html>
                """,
                words.language(),
                escaped(title + ", " + words.day(list.day())),
                STYLE,
                escaped(title),
                escaped(subtitle()),
                table(),
                leftOut(),
                escaped(words.destroy()));
    }

    private String subtitle() {
        String asOf = words.time(Instant.ofEpochMilli(list.cutOff()).atZone(list.zone()));
        return String.join(
                " · ",
                words.longDay(list.day()),
                names.branch(),
                words.customers(
                        (int) rows.stream().filter(row -> !row.isErased()).count()),
                words.asOf() + " " + asOf);
    }

    private String table() {
        if (rows.isEmpty()) {
            return "<p>" + escaped(words.nobody()) + "</p>\n";
        }
        StringBuilder table = new StringBuilder("<table>\n<thead><tr>");
        table.append(head("rank", words.columns().get(0)))
                .append(head(
                        "who", words.columns().get(1) + " · " + words.columns().get(2)))
                .append(head(
                        "why", words.columns().get(3) + " · " + words.columns().get(4)))
                .append(head("when", words.columns().get(5)))
                .append(head("notes", words.notes()))
                .append("</tr></thead>\n<tbody>\n");
        rows.forEach(row -> table.append(row.isErased() ? erased(row) : line(row)));
        return table.append("</tbody>\n</table>\n").toString();
    }

    private static String head(String kind, String text) {
        return "<th scope=\"col\" class=\"" + kind + "\">" + escaped(text) + "</th>";
    }

    private String line(SheetRow row) {
        return "<tr>" + rank(row)
                + "<td>" + part("customer", row.customer()) + part("product", row.product()) + part("small", score(row))
                + "</td>"
                + "<td>" + part("reason", row.reason()) + part("step", row.nextStep()) + part("small", details(row))
                + "</td><td class=\"due\">" + (row.due() == null ? "" : escaped(words.day(row.due())))
                + "</td><td class=\"notes\"></td></tr>\n";
    }

    private String details(SheetRow row) {
        return permission(row) + " · " + words.age(row.age(), row.since());
    }

    private String score(SheetRow row) {
        return row.score() == null ? "" : words.score() + " " + words.number(row.score());
    }

    private String erased(SheetRow row) {
        return "<tr class=\"erased\"><td class=\"rank\">" + row.rank() + "</td><td colspan=\"3\">"
                + escaped(row.customer()) + "</td><td class=\"notes\"></td></tr>\n";
    }

    private String rank(SheetRow row) {
        return "<td class=\"rank\"><span class=\"box\" role=\"img\" aria-label=\"" + escaped(words.done())
                + "\"></span>" + row.rank() + "</td>";
    }

    private String permission(SheetRow row) {
        return row.permittedOn() == null
                ? row.permission()
                : words.consent() + " " + row.permission() + ", " + words.day(row.permittedOn());
    }

    private String leftOut() {
        LeftOut leftOut = list.leftOut();
        if (leftOut.equals(LeftOut.NONE)) {
            return "";
        }
        StringJoiner reasons = new StringJoiner(", ", words.leftOut().head() + " ", ".");
        add(reasons, words.leftOut().capacity(), leftOut.capacity());
        add(reasons, words.leftOut().productShare(), leftOut.productShare());
        add(reasons, words.leftOut().sameCustomer(), leftOut.sameCustomer());
        return "<p>" + escaped(reasons.toString()) + "</p>\n";
    }

    private static void add(StringJoiner reasons, String reason, int count) {
        if (count > 0) {
            reasons.add(String.format(Locale.ROOT, reason, count));
        }
    }

    /** Nothing where there is no text. */
    private static String part(String kind, String text) {
        return text.isEmpty() ? "" : "<div class=\"" + kind + "\" dir=\"auto\">" + escaped(text) + "</div>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
