package dev.anlass.jobs.push.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anlass.jobs.push.Parcel;

/** A parcel as a message of the HTTP v1 API of FCM: shown by the device itself if it has a text, else given to the app. */
final class FcmMessage {

    private static final long LONGEST_SECONDS = 28L * 24 * 60 * 60;

    private FcmMessage() {}

    static byte[] of(Parcel parcel) {
        String text = Content.text(parcel);
        String collapseKey = parcel.message().collapseKey();
        ObjectNode message =
                Content.object().put("token", Content.device(parcel).token());
        ObjectNode android = Content.object()
                .put("collapse_key", collapseKey)
                .put("priority", text == null ? "normal" : "high")
                .put("ttl", Math.min(parcel.validSeconds(), LONGEST_SECONDS) + "s");
        ObjectNode data = data(parcel);
        int size = Content.bytes(data).length;
        if (text != null) {
            ObjectNode notification = notification(parcel, text);
            size += Content.bytes(notification).length;
            message.set("notification", notification);
            android.putObject("notification").put("tag", collapseKey);
        }
        if (size > Content.MOST_BYTES) {
            throw NotSent.refused("too_large");
        }
        message.set("data", data);
        message.set("android", android);
        return Content.bytes(Content.object().set("message", message));
    }

    private static ObjectNode notification(Parcel parcel, String text) {
        ObjectNode notification = Content.object();
        String title = Content.title(parcel);
        if (title != null) {
            notification.put("title", title);
        }
        return notification.put("body", text);
    }

    /** FCM takes texts only. */
    private static ObjectNode data(Parcel parcel) {
        ObjectNode data = Content.object();
        for (var field : Content.of(parcel).properties()) {
            JsonNode value = field.getValue();
            data.put(field.getKey(), value.isTextual() ? value.textValue() : value.toString());
        }
        return data;
    }
}
