package dev.anlass.jobs.advisor.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anlass.engine.decide.ConsentReference;
import dev.anlass.engine.decide.Evidence;
import dev.anlass.engine.decide.Score;
import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a list as a line of the table {@code rows}, and back. */
final class RowColumns {

    static final String INSERT = """
            insert into rows (list_id, rank, action_id, customer, product, product_name, reason, next_step, due, age, since,
                trigger, action, bundle, purpose, decided_at, expires_at, facts, evidence,
                consent_record, consent_given_at, consent_notice, propensity, value, weight)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?)
            """;

    private RowColumns() {}

    static @Nullable Object[] values(AdvisorList list, Row row) {
        ConsentReference consent = row.consent();
        return new @Nullable Object[] {
            list.id(),
            row.rank(),
            row.actionId(),
            row.customer(),
            row.product(),
            row.productName(),
            row.reason(),
            row.nextStep(),
            row.due(),
            row.age(),
            row.since(),
            row.trigger(),
            row.action(),
            row.bundle(),
            row.purpose(),
            Sql.time(row.decidedAt()),
            Sql.time(row.expiresAt()),
            StoredText.json(row.facts()),
            StoredText.json(row.evidence()),
            consent == null ? null : consent.record(),
            consent == null ? null : Sql.time(consent.givenAt()),
            consent == null ? null : consent.notice(),
            row.score().propensity(),
            row.score().value(),
            row.score().weight()
        };
    }

    @SuppressWarnings("unchecked")
    static Row row(ResultSet line) throws SQLException {
        return new Row(
                line.getInt("rank"),
                line.getString("action_id"),
                line.getString("customer"),
                line.getString("product"),
                line.getString("product_name"),
                line.getString("reason"),
                line.getString("next_step"),
                line.getObject("due", LocalDate.class),
                line.getInt("age"),
                line.getObject("since", LocalDate.class),
                line.getString("trigger"),
                line.getString("action"),
                line.getString("bundle"),
                line.getString("purpose"),
                Sql.millis(line, "decided_at"),
                Sql.millis(line, "expires_at"),
                StoredText.parsed(line.getString("facts"), Map.class),
                evidence(StoredText.parsed(line.getString("evidence"))),
                consent(line),
                new Score(line.getDouble("propensity"), line.getDouble("value"), line.getDouble("weight")));
    }

    /** A row of which only the rank is left. */
    static Row erased(int rank, LocalDate day) {
        return new Row(
                rank,
                "",
                "",
                "",
                "",
                null,
                null,
                day,
                0,
                day,
                "",
                "",
                "",
                "",
                0,
                0,
                Map.of(),
                List.of(),
                null,
                new Score(0, 0, 0));
    }

    private static List<Evidence> evidence(JsonNode list) {
        List<Evidence> evidence = new ArrayList<>();
        list.forEach(one -> evidence.add(new Evidence(
                one.path("step").asText(),
                one.path("source").asText(),
                one.path("event").asText(),
                one.path("time").asLong())));
        return evidence;
    }

    private static @Nullable ConsentReference consent(ResultSet line) throws SQLException {
        String record = line.getString("consent_record");
        return record == null
                ? null
                : new ConsentReference(record, Sql.millis(line, "consent_given_at"), line.getString("consent_notice"));
    }
}
