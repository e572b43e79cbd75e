package dev.anlass.jobs.push.provider;

import com.eatthepath.pushy.apns.ApnsPushNotification;
import com.eatthepath.pushy.apns.DeliveryPriority;
import com.eatthepath.pushy.apns.PushType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Parcel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parcel as a notification of APNs.
 *
 * <p>Pushy keeps notifications while it has no connection, and cannot be told to drop one. So this one knows whether it
 * has been written, and once it is given up it refuses to be: nothing is sent that was reported as not sent.
 */
final class ApnsMessage implements ApnsPushNotification {

    private static final int MOST_BYTES_OF_COLLAPSE_ID = 64;
    private static final Pattern TOKEN = Pattern.compile("[0-9a-fA-F]{1,200}");

    private final String token;
    private final String topic;
    private final String payload;
    private final String collapseId;
    private final UUID id;
    private final boolean shown;
    private final @Nullable Instant expiration;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    private enum State {
        WAITING,
        WRITTEN,
        GIVEN_UP
    }

    /** @param topic where the device does not name its app */
    ApnsMessage(Parcel parcel, String topic, Instant now) {
        Device device = Content.device(parcel);
        if (!TOKEN.matcher(device.token()).matches()) {
            throw NotSent.gone("bad_token");
        }
        token = device.token();
        this.topic = device.app() == null ? topic : device.app();
        collapseId = collapseId(parcel.message().collapseKey());
        id = id(parcel.id());
        shown = Content.text(parcel) != null;
        expiration = parcel.validSeconds() == 0 ? null : now.plusSeconds(parcel.validSeconds());
        payload = new String(Content.bytes(payload(parcel, collapseId), Content.MOST_BYTES), StandardCharsets.UTF_8);
    }

    private static String collapseId(String key) {
        boolean fits = key.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES_OF_COLLAPSE_ID
                && key.chars().allMatch(letter -> letter > ' ' && letter < 127);
        return fits ? key : Content.digest(key);
    }

    private static UUID id(String hexadecimal) {
        return new UUID(
                Long.parseUnsignedLong(hexadecimal.substring(0, 16), 16),
                Long.parseUnsignedLong(hexadecimal.substring(16, 32), 16));
    }

    /** The app finds what it shows by the collapse id, so it gets the one that Apple got. */
    private static ObjectNode payload(Parcel parcel, String collapseId) {
        ObjectNode payload = Content.object();
        ObjectNode system = payload.putObject("aps");
        String text = Content.text(parcel);
        if (text == null) {
            system.put("content-available", 1);
        } else {
            alert(system.putObject("alert"), Content.title(parcel), text);
        }
        payload.setAll(Content.of(parcel));
        return payload.put("collapse_key", collapseId);
    }

    private static void alert(ObjectNode alert, @Nullable String title, String text) {
        if (title != null) {
            alert.put("title", title);
        }
        alert.put("body", text);
    }

    /** Says that it is not to be written any more; false if it has been. */
    boolean giveUp() {
        state.compareAndSet(State.WAITING, State.GIVEN_UP);
        return state.get() == State.GIVEN_UP;
    }

    /** Pushy asks for it when it writes. */
    @Override
    public String getToken() {
        state.compareAndSet(State.WAITING, State.WRITTEN);
        if (state.get() == State.GIVEN_UP) {
            throw NotSent.busy(NoReply.CANNOT_CONNECT);
        }
        return token;
    }

    @Override
    public String getPayload() {
        return payload;
    }

    /** Null stands for at once or never. */
    @Override
    public @Nullable Instant getExpiration() {
        return expiration;
    }

    @Override
    public DeliveryPriority getPriority() {
        return shown ? DeliveryPriority.IMMEDIATE : DeliveryPriority.CONSERVE_POWER;
    }

    @Override
    public PushType getPushType() {
        return shown ? PushType.ALERT : PushType.BACKGROUND;
    }

    @Override
    public String getTopic() {
        return topic;
    }

    @Override
    public String getCollapseId() {
        return collapseId;
    }

    @Override
    public UUID getApnsId() {
        return id;
    }
}
