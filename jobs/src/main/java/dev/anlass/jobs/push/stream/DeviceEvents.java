package dev.anlass.jobs.push.stream;

import dev.anlass.engine.event.Catalogue;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.FieldType.Scalar;
import dev.anlass.engine.event.Rejection;
import dev.anlass.jobs.connector.DeliveryJson;
import dev.anlass.jobs.connector.MessageJson;
import dev.anlass.jobs.operator.RawRecord;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Known;
import dev.anlass.jobs.push.Platform;
import dev.anlass.jobs.push.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads events about devices, and what the events say of deliveries. */
final class DeviceEvents {

    private static final String REGISTERED = "device.registered";
    private static final String OF_DEVICES = "device.";
    private static final String PROFILE = "profile";
    private static final int ID_BYTES = 8;

    /** The longest id of a device, in characters. */
    private static final int LONGEST_ID = 128;

    /** Targets that are no devices. */
    private static final List<String> RESERVED = List.of(Provider.IN_APP.word(), Provider.WEBHOOK.word());

    /** The gateway says what an open app was shown. */
    private static final Set<String> TELL_OF_DELIVERIES = Set.of(MessageJson.SOURCE, MessageJson.GATEWAY_SOURCE);

    static final EventDecoder DECODER = decoder();

    private DeviceEvents() {}

    /**
     * What an event about a device says.
     *
     * @param note null if it says nothing
     * @param problem why it cannot be accepted; null if it can
     */
    record Read(@Nullable Note note, @Nullable Rejection problem) {}

    static boolean isAboutDevice(Event event) {
        return event.type().startsWith(OF_DEVICES);
    }

    static boolean isAboutDevice(RawRecord raw) {
        String type = raw.attributes().get("type");
        return type == null
                ? new String(raw.value(), StandardCharsets.UTF_8).contains("\"type\":\"" + OF_DEVICES)
                : type.startsWith(OF_DEVICES);
    }

    static Read read(Event event) {
        return event.type().equals(REGISTERED) ? registered(event) : removed(event);
    }

    private static Read registered(Event event) {
        String token = text(event, "token");
        Platform platform = Platform.of(orEmpty(text(event, "platform"))).orElse(null);
        String p256dh = text(event, "p256dh");
        String auth = text(event, "auth");
        String id = text(event, "device_id");
        if (platform == null) {
            return refused("platform", "The platform of a device is android, ios or web.");
        } else if (token == null || token.isEmpty()) {
            return refused("token", "A device needs its token; a browser the endpoint of its subscription.");
        } else if (platform == Platform.WEB && (p256dh == null || auth == null)) {
            return refused("p256dh", "A browser needs the keys p256dh and auth of its subscription.");
        } else if (id != null && RESERVED.contains(id)) {
            return refused("device_id", "The id of a device is not " + String.join(" or ", RESERVED) + ".");
        } else if (id != null && (id.isEmpty() || id.length() > LONGEST_ID)) {
            return refused("device_id", "The id of a device has from 1 to " + LONGEST_ID + " characters.");
        }
        Device device = new Device(
                id == null ? idOf(token) : id,
                platform,
                token,
                p256dh == null || auth == null ? null : new Device.Keys(p256dh, auth),
                text(event, "app"),
                text(event, "locale"),
                text(event, "zone"));
        return new Read(new Note.Registered(event.customer(), device), null);
    }

    private static Read removed(Event event) {
        String id = text(event, "device_id");
        String named = id == null ? text(event, "token") : id;
        return named == null
                ? refused("device_id", "Which device is removed is said by its device_id or its token.")
                : new Read(new Note.Removed(event.customer(), named), null);
    }

    private static Read refused(String field, String detail) {
        return new Read(null, new Rejection(Rejection.badField(field), detail, null));
    }

    /** Nothing if it is not of ours or does not say of which revision. */
    static @Nullable Note delivered(Event event) {
        String target = text(event, "target");
        String provider = text(event, "provider");
        String reached = target == null ? provider : target;
        Known known = reached == null ? null : known(event, false, Set.of(reached));
        return known == null || !TELL_OF_DELIVERIES.contains(event.source())
                ? null
                : new Note.Delivered(event.customer(), known);
    }

    static @Nullable Note failed(Event event) {
        Known known = known(event, true, Set.of());
        return known == null || !event.source().equals(MessageJson.SOURCE)
                ? null
                : new Note.Failed(event.customer(), known);
    }

    private static @Nullable Known known(Event event, boolean isClosed, Set<String> reached) {
        String actionId = text(event, "action_id");
        if (actionId != null
                && event.fields().get("revision") instanceof Long revision
                && event.fields().get("expires_at") instanceof Instant expiresAt) {
            return new Known(
                    actionId,
                    revision,
                    isClosed,
                    reached,
                    orEmpty(text(event, "trigger")),
                    orEmpty(text(event, "channel")),
                    orEmpty(text(event, "collapse_key")),
                    expiresAt.toEpochMilli());
        }
        return null;
    }

    /** Says nothing about the token. */
    private static String idOf(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static @Nullable String text(Event event, String field) {
        return event.fields().get(field) instanceof String text ? text : null;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static EventDecoder decoder() {
        Map<String, EventType> declared = new HashMap<>();
        Map<String, FieldType> delivery = Map.of(
                "revision", Scalar.INT,
                "target", Scalar.STRING,
                "provider", Scalar.STRING,
                "trigger", Scalar.STRING,
                "channel", Scalar.STRING,
                "collapse_key", Scalar.STRING,
                "expires_at", Scalar.TIMESTAMP);
        Map<String, FieldType> device = new HashMap<>();
        for (String field :
                new String[] {"device_id", "platform", "token", "p256dh", "auth", "app", "locale", "zone", "reason"}) {
            device.put(field, Scalar.STRING);
        }
        declare(declared, REGISTERED, PROFILE, device);
        declare(declared, DeliveryJson.DEVICE_REMOVED, PROFILE, device);
        declare(declared, DeliveryJson.ACTION_DELIVERED, EventType.BEHAVIOUR, delivery);
        declare(declared, DeliveryJson.ACTION_FAILED, EventType.BEHAVIOUR, delivery);
        Map<String, Set<String>> read = new HashMap<>();
        declared.keySet().forEach(type -> read.put(type, Set.of("*")));
        return new EventDecoder(Catalogue.of(declared, Map.of(), new FieldType.RecordOf(Map.of())), read, Set.of());
    }

    private static void declare(
            Map<String, EventType> types, String name, String category, Map<String, FieldType> fields) {
        types.put(name, new EventType(name, category, new FieldType.RecordOf(fields)));
    }
}
