package dev.anlass.jobs.connector;

import dev.anlass.jobs.push.Message;
import dev.anlass.jobs.push.Parcel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message for an open app. */
final class MessageSamples {

    private static final long HOUR = 3_600_000;

    private MessageSamples() {}

    static Message message() {
        return message(Map.of("de", "Ihr Atlas liegt bereit.", "en", "Your Atlas is waiting."), "en");
    }

    static Parcel parcel(@Nullable String link) {
        return parcel(message(), link);
    }

    static Parcel parcelWithoutText() {
        return parcel(message(Map.of(), null), null);
    }

    private static Parcel parcel(Message message, @Nullable String link) {
        return new Parcel("0".repeat(32), message, null, Parcel.Purpose.SHOW, HOUR, "t.o.k", link);
    }

    private static Message message(Map<String, String> texts, @Nullable String language) {
        return new Message(
                "c1",
                "a-1",
                2,
                "pickup-offer",
                "cart-pickup-offer",
                "2026.03.02-3f9c",
                "push",
                "personalised-offers",
                0,
                HOUR,
                "{\"product_id\":\"g-1\",\"price\":39.5,\"left\":3}",
                texts,
                language,
                "f1648a243fb2170a",
                null);
    }
}
