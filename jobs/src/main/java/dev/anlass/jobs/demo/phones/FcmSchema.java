package dev.anlass.jobs.demo.phones;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request of the HTTP v1 API of FCM may look like, as its reference has it; more is refused. */
final class FcmSchema {

    private static final int MOST_BYTES = 4_096;
    private static final double LONGEST_SECONDS = 28 * 24 * 60 * 60;
    private static final Pattern DURATION = Pattern.compile("(\\d{1,8}(\\.\\d{1,9})?)s");
    private static final Pattern RESERVED = Pattern.compile("from|message_type|google.*|gcm.*");

    private static final Map<String, Set<String>> FIELDS = Map.of(
            "", Set.of("message", "validate_only"),
            "message", Set.of("token", "topic", "condition", "data", "notification", "android", "fcm_options"),
            "message.notification", Set.of("title", "body", "image"),
            "message.android",
                    Set.of(
                            "collapse_key",
                            "priority",
                            "ttl",
                            "restricted_package_name",
                            "data",
                            "notification",
                            "fcm_options",
                            "direct_boot_ok"),
            "message.android.notification",
                    Set.of(
                            "title",
                            "body",
                            "icon",
                            "color",
                            "sound",
                            "tag",
                            "click_action",
                            "channel_id",
                            "ticker",
                            "sticky",
                            "event_time",
                            "local_only",
                            "notification_priority",
                            "visibility",
                            "notification_count",
                            "image"));

    private FcmSchema() {}

    /** The field that is wrong; null if all is well. */
    static @Nullable String mistake(JsonNode request) {
        if (!request.isObject()) {
            return "request";
        }
        String unknown = unknown(request, "");
        return unknown == null ? message(request.path("message")) : unknown;
    }

    private static @Nullable String unknown(JsonNode node, String path) {
        Set<String> known = FIELDS.get(path);
        if (known == null) {
            return null;
        }
        for (var field : node.properties()) {
            String below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            String unknown = known.contains(field.getKey()) ? unknown(field.getValue(), below) : below;
            if (unknown != null) {
                return unknown;
            }
        }
        return null;
    }

    private static @Nullable String message(JsonNode message) {
        if (!message.path("token").isTextual()) {
            return "message.token";
        }
        for (var field : message.path("data").properties()) {
            if (!field.getValue().isTextual()
                    || RESERVED.matcher(field.getKey()).matches()) {
                return "message.data." + field.getKey();
            }
        }
        for (var field : message.path("notification").properties()) {
            if (!field.getValue().isTextual()) {
                return "message.notification." + field.getKey();
            }
        }
        if (bytes(message.path("data")) + bytes(message.path("notification")) > MOST_BYTES) {
            return "message.data";
        }
        return android(message.path("android"));
    }

    private static int bytes(JsonNode content) {
        int bytes = 0;
        for (var field : content.properties()) {
            bytes += field.getKey().getBytes(StandardCharsets.UTF_8).length
                    + field.getValue().asText().getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes;
    }

    private static @Nullable String android(JsonNode android) {
        if (seconds(android) < 0) {
            return "message.android.ttl";
        }
        Set<String> priorities = Set.of("normal", "high", "NORMAL", "HIGH");
        if (!priorities.contains(android.path("priority").asText("normal"))) {
            return "message.android.priority";
        }
        JsonNode collapseKey = android.path("collapse_key");
        return collapseKey.isMissingNode() || collapseKey.isTextual() ? null : "message.android.collapse_key";
    }

    /** How long a message is kept; -1 if nobody can read it. */
    static long seconds(JsonNode android) {
        if (android.path("ttl").isMissingNode()) {
            return (long) LONGEST_SECONDS;
        }
        var duration = DURATION.matcher(android.path("ttl").asText(""));
        if (!android.path("ttl").isTextual() || !duration.matches()) {
            return -1;
        }
        double seconds = Double.parseDouble(duration.group(1));
        return seconds > LONGEST_SECONDS ? -1 : (long) seconds;
    }
}
