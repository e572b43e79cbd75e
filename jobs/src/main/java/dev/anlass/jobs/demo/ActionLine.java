package dev.anlass.jobs.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anlass.jobs.connector.EffectJson;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An action or its revocation in one line for people. */
final class ActionLine {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int LONGEST_EXCERPT = 110;

    private ActionLine() {}

    /** @param event of the actions topic */
    static String of(JsonNode event, ZoneId zone) {
        JsonNode data = event.path("data");
        String time = OffsetDateTime.parse(event.path("time").asText())
                .atZoneSameInstant(zone)
                .format(TIME);
        String what = event.path("type").asText().equals(EffectJson.ACTION_REVOKED) ? revoked(data) : requested(data);
        return String.format(
                Locale.ROOT,
                "%s  %-10s  %-26s  %s",
                time,
                event.path("subject").asText(),
                data.path("trigger").asText(),
                what);
    }

    private static String requested(JsonNode data) {
        String said = data.has("text")
                ? data.path("text").asText()
                : data.path("payload").toString();
        return String.format(Locale.ROOT, "%s: %s", data.path("action").asText(), excerpt(said));
    }

    private static String revoked(JsonNode data) {
        return "revoked: " + data.path("reason").asText();
    }

    private static String excerpt(String text) {
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT - 1) + "…";
    }
}
