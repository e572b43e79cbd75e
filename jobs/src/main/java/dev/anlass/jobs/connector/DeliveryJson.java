package dev.anlass.jobs.connector;

import dev.anlass.engine.event.EventType;
import dev.anlass.jobs.push.Message;
import dev.anlass.jobs.push.PushEffect.Delivered;
import dev.anlass.jobs.push.PushEffect.Failed;
import dev.anlass.jobs.push.PushEffect.Removed;

/** What became of deliveries, as CloudEvents 1.0 in structured JSON, for the engine and for the push job itself to read. */
public final class DeliveryJson {

    public static final String ACTION_DELIVERED = "action.delivered";
    public static final String ACTION_FAILED = "action.failed";
    public static final String DEVICE_REMOVED = "device.removed";

    /** How the names of markers begin. */
    public static final String MARKER = "urn:anlass:push/";

    private DeliveryJson() {}

    /**
     * An {@code action.delivered} event: a provider has the message.
     *
     * @param time in milliseconds since 1970
     */
    public static byte[] delivered(Delivered delivered, long time) {
        Message message = delivered.message();
        return ObjectWriter.bytes(event -> {
            String id = message.actionId() + "/delivered/" + message.revision() + "/" + delivered.target();
            EffectJson.head(event, id, MessageJson.SOURCE, ACTION_DELIVERED, message.customer(), time);
            event.object("data", data -> {
                about(data, message);
                data.text("target", delivered.target())
                        .text("provider", delivered.provider().word())
                        .text("message_id", delivered.messageId())
                        .whole("attempts", delivered.attempts());
            });
        });
    }

    /**
     * An {@code action.failed} event: it reached nobody and no longer counts as a contact.
     *
     * @param time in milliseconds since 1970
     */
    public static byte[] failed(Failed failed, long time) {
        Message message = failed.message();
        return ObjectWriter.bytes(event -> {
            String id = message.actionId() + "/failed/" + message.revision();
            EffectJson.head(event, id, MessageJson.SOURCE, ACTION_FAILED, message.customer(), time);
            event.object("data", data -> {
                about(data, message);
                data.text("reason", failed.reason());
            });
        });
    }

    private static void about(ObjectWriter data, Message message) throws java.io.IOException {
        data.text("action_id", message.actionId())
                .whole("revision", message.revision())
                .text("trigger", message.trigger())
                .text("channel", message.channel())
                .text("collapse_key", message.collapseKey())
                .time("expires_at", message.expiresAt());
    }

    /**
     * A {@code device.removed} event: the provider says that the device does not exist any more.
     *
     * @param time in milliseconds since 1970
     */
    public static byte[] removed(Removed removed, long time) {
        return ObjectWriter.bytes(event -> {
            String id = removed.device().id() + "/removed/" + time;
            EffectJson.head(event, id, MessageJson.SOURCE, DEVICE_REMOVED, removed.customer(), time);
            event.object("data", data -> data.text("device_id", removed.device().id())
                    .text("reason", removed.reason()));
        });
    }

    /** A tick that says nothing about the time; whoever wrote it knows by it how far the events were read. */
    public static byte[] marker(String name, int partition) {
        return ObjectWriter.bytes(event -> {
            EffectJson.head(event, name + "/" + partition, MessageJson.SOURCE, EventType.TICK, name, 0);
            event.object("data", data -> {});
        });
    }
}
