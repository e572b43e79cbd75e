package dev.anlass.jobs.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.decide.ConsentReference;
import dev.anlass.engine.decide.Evidence;
import dev.anlass.engine.decide.Score;
import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.AdvisorList.LeftOut;
import dev.anlass.jobs.advisor.ListNews;
import dev.anlass.jobs.advisor.Row;
import dev.anlass.jobs.advisor.RowClosed;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of advisors and what becomes of them, as CloudEvents 1.0 in structured JSON. */
public final class ListJson {

    public static final String PUBLISHED = "advisor_list.published";
    public static final String ROW_CLOSED = "advisor_list.row_closed";
    public static final String CUSTOMER_ERASED = "advisor_list.customer_erased";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ListJson() {}

    /** An {@code advisor_list.published} event; equal lists give equal bytes. */
    public static byte[] published(AdvisorList list) {
        return ObjectWriter.bytes(event -> {
            EffectJson.head(event, list.id(), PUBLISHED, list.advisor(), list.cutOff());
            event.object("data", data -> {
                data.text("list_id", list.id())
                        .text("advisor", list.advisor())
                        .text("branch", list.branch())
                        .text("day", list.day().toString())
                        .text("zone", list.zone().getId())
                        .text("language", list.language())
                        .time("cut_off", list.cutOff())
                        .objects("rows", list.rows(), ListJson::row)
                        .object("left_out", leftOut -> leftOut.whole(
                                        "capacity", list.leftOut().capacity())
                                .whole("product_share", list.leftOut().productShare())
                                .whole("same_customer", list.leftOut().sameCustomer()));
            });
        });
    }

    private static void row(ObjectWriter json, Row row) throws IOException {
        json.whole("rank", row.rank())
                .text("action_id", row.actionId())
                .text("customer", row.customer())
                .text("product", row.product())
                .text("product_name", row.productName())
                .text("reason", row.reason())
                .text("next_step", row.nextStep())
                .text("due", row.due().toString())
                .whole("age", row.age())
                .text("since", row.since().toString())
                .text("trigger", row.trigger())
                .text("action", row.action())
                .text("bundle", row.bundle())
                .text("purpose", row.purpose())
                .time("decided_at", row.decidedAt())
                .time("expires_at", row.expiresAt())
                .values("facts", row.facts());
        EffectJson.score(json, row.score());
        EffectJson.evidence(json, row.evidence());
        EffectJson.consent(json, row.consent());
    }

    /** An {@code advisor_list.row_closed} event. */
    public static byte[] closed(RowClosed closed) {
        return ObjectWriter.bytes(event -> {
            String id = closed.listId() + "/" + closed.actionId() + "/closed";
            EffectJson.head(event, id, ROW_CLOSED, closed.advisor(), closed.time());
            event.object("data", data -> data.text("list_id", closed.listId())
                    .text("advisor", closed.advisor())
                    .text("action_id", closed.actionId())
                    .text("customer", closed.customer())
                    .text("reason", closed.reason())
                    .text(
                            "until",
                            closed.until() == null ? null : closed.until().toString()));
        });
    }

    /** An {@code advisor_list.customer_erased} event: whoever keeps lists takes the customer's rows away. */
    public static byte[] erased(String customer, long time) {
        return ObjectWriter.bytes(event -> {
            EffectJson.head(event, customer + "/erased/" + time, CUSTOMER_ERASED, customer, time);
            event.object("data", data -> data.text("customer", customer));
        });
    }

    /**
     * Reads what one of the above wrote.
     *
     * @return null if it is nothing of these
     */
    public static @Nullable ListNews read(byte[] json) {
        try {
            JsonNode event = JSON.readTree(json);
            JsonNode data = event.path("data");
            return switch (event.path("type").asText()) {
                case PUBLISHED -> new ListNews.Published(list(data));
                case ROW_CLOSED -> new ListNews.Closed(closed(data, time(event, "time")));
                case CUSTOMER_ERASED -> new ListNews.Erased(needed(data, "customer"), time(event, "time"));
                default -> null;
            };
        } catch (IOException | DateTimeException | IllegalArgumentException mistake) {
            return null;
        }
    }

    private static AdvisorList list(JsonNode data) {
        List<Row> rows = new ArrayList<>();
        data.path("rows").forEach(row -> rows.add(row(row)));
        JsonNode leftOut = data.path("left_out");
        return new AdvisorList(
                needed(data, "list_id"),
                needed(data, "advisor"),
                needed(data, "branch"),
                LocalDate.parse(needed(data, "day")),
                ZoneId.of(needed(data, "zone")),
                needed(data, "language"),
                time(data, "cut_off"),
                rows,
                new LeftOut(
                        leftOut.path("capacity").asInt(),
                        leftOut.path("product_share").asInt(),
                        leftOut.path("same_customer").asInt()));
    }

    private static Row row(JsonNode row) {
        return new Row(
                row.path("rank").asInt(),
                needed(row, "action_id"),
                needed(row, "customer"),
                needed(row, "product"),
                needed(row, "product_name"),
                text(row, "reason"),
                text(row, "next_step"),
                LocalDate.parse(needed(row, "due")),
                row.path("age").asInt(),
                LocalDate.parse(needed(row, "since")),
                needed(row, "trigger"),
                needed(row, "action"),
                needed(row, "bundle"),
                needed(row, "purpose"),
                time(row, "decided_at"),
                time(row, "expires_at"),
                facts(row.path("facts")),
                evidence(row.path("evidence")),
                consent(row.path("consent")),
                score(row.path("score")));
    }

    private static RowClosed closed(JsonNode data, long time) {
        String until = text(data, "until");
        return new RowClosed(
                needed(data, "list_id"),
                needed(data, "advisor"),
                needed(data, "action_id"),
                needed(data, "customer"),
                needed(data, "reason"),
                until == null ? null : LocalDate.parse(until),
                time);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> facts(JsonNode payload) {
        return payload.isObject() ? JSON.convertValue(payload, Map.class) : Map.of();
    }

    static List<Evidence> evidence(JsonNode list) {
        List<Evidence> evidence = new ArrayList<>();
        list.forEach(one -> evidence.add(
                new Evidence(needed(one, "step"), needed(one, "source"), needed(one, "event"), time(one, "time"))));
        return evidence;
    }

    static @Nullable ConsentReference consent(JsonNode consent) {
        return consent.isObject()
                ? new ConsentReference(needed(consent, "record"), time(consent, "given_at"), text(consent, "notice"))
                : null;
    }

    static Score score(JsonNode score) {
        return new Score(
                score.path("propensity").asDouble(),
                score.path("value").asDouble(),
                score.path("weight").asDouble());
    }

    static String needed(JsonNode object, String name) {
        String text = text(object, name);
        if (text == null) {
            throw new IllegalArgumentException("the text " + name + " is missing");
        }
        return text;
    }

    static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isTextual() ? value.textValue() : null;
    }

    static long time(JsonNode object, String name) {
        return OffsetDateTime.parse(needed(object, name)).toInstant().toEpochMilli();
    }
}
