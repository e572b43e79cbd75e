package dev.anlass.jobs.advisor;

import dev.anlass.engine.decide.ConsentReference;
import dev.anlass.engine.decide.Evidence;
import dev.anlass.engine.decide.Score;
import dev.anlass.jobs.advisor.AdvisorList.LeftOut;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists as tests need them. */
public final class SampleLists {

    public static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    public static final long CUT_OFF = Instant.parse("2026-03-02T05:00:00Z").toEpochMilli();

    /** Names that are meant to do harm wherever they are not taken as text. */
    public static final List<String> HOSTILE = List.of(
            "<script>alert('x')</script>",
            "\"><img src=x onerror=alert(1)>",
            "'; drop table rows; --",
            "=HYPERLINK(\"http://evil.example\",\"click\")",
            "+1+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(1+1)",
            "\tleading tab",
            "\rleading return",
            "\uFF1DFULL_WIDTH()",
            "nul \u0000 inside",
            "half \uD83D of a pair",
            "other half \uDE00",
            "two\nlines; \"quoted\", with comma",
            "../../etc/passwd",
            "{\"a\": \"\\u0000\"}",
            "x".repeat(10_000));

    private SampleLists() {}

    /** A list of one branch, with a row for each customer. */
    public static AdvisorList list(String advisor, LocalDate day, String... customers) {
        List<Row> rows = new ArrayList<>();
        for (String customer : customers) {
            rows.add(row(rows.size() + 1, customer));
        }
        return of(advisor, day, "de", rows);
    }

    public static AdvisorList of(String advisor, LocalDate day, String language, List<Row> rows) {
        long cutOff = CUT_OFF + (day.toEpochDay() - MONDAY.toEpochDay()) * 86_400_000;
        return new AdvisorList(
                AdvisorList.id(advisor, day),
                advisor,
                "praha-1",
                day,
                ZoneId.of("Europe/Prague"),
                language,
                cutOff,
                rows,
                new LeftOut(3, 2, 1));
    }

    public static Row row(int rank, String customer) {
        return new Row(
                rank,
                actionId(customer),
                customer,
                "term-deposit",
                "Festgeld",
                "Seit drei Wochen liegen 412 000 CZK ungenutzt auf dem Girokonto.",
                "Anrufen und ein Festgeld über sechs Monate anbieten",
                LocalDate.parse("2026-03-06"),
                2,
                LocalDate.parse("2026-02-26"),
                "idle-money",
                "offer-deposit",
                "bundle-1",
                "personalised-offers",
                CUT_OFF - 3_600_000,
                CUT_OFF + 3 * 86_400_000L,
                Map.of("amount", 412_000L, "rate", 3.25, "is_new", true, "tags", List.of("a", "b")),
                List.of(new Evidence("balance", "urn:bank:core", "e-" + rank, CUT_OFF - 7_200_000)),
                new ConsentReference("r-" + rank, CUT_OFF - 86_400_000L * 200, "notice-3"),
                new Score(0.25, 120, 1.5));
    }

    /** A row on which every text is the same one. */
    public static Row rowOf(String text) {
        return new Row(
                1,
                text,
                text,
                text,
                text,
                text,
                text,
                MONDAY,
                0,
                MONDAY,
                text,
                text,
                text,
                text,
                CUT_OFF,
                CUT_OFF,
                Map.of(text, List.of(text)),
                List.of(new Evidence(text, text, text, CUT_OFF)),
                new ConsentReference(text, CUT_OFF, text),
                new Score(1, 1, 1));
    }

    public static String actionId(String customer) {
        return "a-" + Integer.toHexString(customer.hashCode());
    }

    public static RowClosed closed(AdvisorList list, String customer, String reason) {
        return new RowClosed(
                list.id(), list.advisor(), actionId(customer), customer, reason, null, list.cutOff() + 60_000);
    }

    public static Feedback feedback(AdvisorList list, String customer, Feedback.Kind kind) {
        return new Feedback(
                "f-" + actionId(customer) + "-" + kind.word(),
                kind,
                actionId(customer),
                customer,
                list.advisor(),
                "personalised-offers",
                "no interest",
                null,
                list.cutOff() + 120_000);
    }
}
