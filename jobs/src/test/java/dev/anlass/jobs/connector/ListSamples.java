package dev.anlass.jobs.connector;

import dev.anlass.engine.decide.ConsentReference;
import dev.anlass.engine.decide.Evidence;
import dev.anlass.engine.decide.Score;
import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.AdvisorList.LeftOut;
import dev.anlass.jobs.advisor.Row;
import dev.anlass.jobs.advisor.RowClosed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One list of one row with everything, one without, and a row that is closed. */
final class ListSamples {

    private static final LocalDate DAY = LocalDate.parse("2026-03-03");

    private ListSamples() {}

    static AdvisorList list() {
        return new AdvisorList(
                AdvisorList.id("anna", DAY),
                "anna",
                "zurich",
                DAY,
                ZoneId.of("Europe/Zurich"),
                "de",
                millis("2026-03-03T06:30:00Z"),
                List.of(
                        row(
                                1,
                                "Hat <b>1.120</b> erhalten; =1+1",
                                "Termin",
                                new ConsentReference("r-1", millis("2026-01-05T09:00:00Z"), "v3")),
                        row(2, null, null, null)),
                new LeftOut(1, 2, 3));
    }

    private static Row row(
            int rank, @Nullable String reason, @Nullable String nextStep, @Nullable ConsentReference consent) {
        return new Row(
                rank,
                "a-" + rank,
                "c" + rank,
                "savings",
                "Sparen",
                reason,
                nextStep,
                DAY.plusDays(2),
                1,
                DAY.minusDays(1),
                "money",
                "talk",
                "2026.03.02-3f9c",
                "advice",
                millis("2026-03-02T20:00:01Z"),
                millis("2026-03-05T20:00:01Z"),
                Map.of("amount", 1_120.5, "advisor", "anna"),
                List.of(new Evidence("credit", "urn:bank", "e-1", millis("2026-03-02T20:00:01Z"))),
                consent,
                new Score(1.0, 1_120.5, 1.0));
    }

    static RowClosed closed(String reason, @Nullable LocalDate until) {
        return new RowClosed(
                AdvisorList.id("anna", DAY), "anna", "a-1", "c1", reason, until, millis("2026-03-03T10:00:00Z"));
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
