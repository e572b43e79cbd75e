package dev.anlass.jobs.push;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.event.OrderKey;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages, devices and consent records for tests. */
public final class PushSamples {

    public static final long NOON = 1_772_539_200_000L;
    public static final long HOUR = 3_600_000L;

    private PushSamples() {}

    public static Message message(String actionId) {
        return message(actionId, 1, NOON + HOUR);
    }

    public static Message message(String actionId, long revision, long expiresAt) {
        return new Message(
                "anna",
                actionId,
                revision,
                "pickup-offer",
                "cart-pickup-offer",
                "b-1",
                "push",
                "personalised-offers",
                NOON,
                expiresAt,
                "{\"product_id\":\"g-1\"}",
                Map.of("en", "Your Atlas is waiting.", "de", "Dein Atlas wartet."),
                "en",
                "f1648a243fb2170a",
                NOON - HOUR);
    }

    public static Device phone(String id) {
        return new Device(id, Platform.ANDROID, "token-" + id, null, null, "de-CH", null);
    }

    public static Device iphone(String id) {
        return new Device(id, Platform.IOS, "token-" + id, null, "shop.app", "en-GB", null);
    }

    public static ConsentRecord consent(ConsentRecord.Status status, long time, @Nullable Set<String> channels) {
        return new ConsentRecord(
                "r-" + time,
                "personalised-offers",
                status,
                channels == null ? Set.of() : channels,
                channels == null ? Set.of() : Set.of("behaviour"),
                new OrderKey(time, 0, "", "crm", "r-" + time),
                time,
                null,
                Long.MAX_VALUE);
    }
}
