package dev.anlass.jobs.push.stream;

import dev.anlass.engine.customer.Consents;
import dev.anlass.jobs.push.Delivery;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Devices;
import dev.anlass.jobs.push.Dispatch;
import dev.anlass.jobs.push.Known;
import dev.anlass.jobs.push.Message;
import dev.anlass.jobs.push.Parcel.Purpose;
import dev.anlass.jobs.push.Platform;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.Recipient;
import dev.anlass.jobs.state.ByteReader;
import dev.anlass.jobs.state.ByteWriter;
import dev.anlass.jobs.state.KnownCodec;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The stored form of a recipient, in two parts: what lasts, and what is on its way. The first byte is the version. */
final class RecipientCodec {

    private static final int VERSION = 1;

    private RecipientCodec() {}

    /** All but what is on its way. Of an erased customer not even the id. */
    static byte[] lasting(Recipient recipient) {
        ByteWriter out = begin();
        out.text(recipient.knowsNothing() ? "" : recipient.customer());
        out.time(recipient.erasedAt());
        out.list(recipient.devices().present(), device -> device(out, device));
        KnownCodec.consents(out, recipient.consents());
        out.list(recipient.known(), known -> known(out, known));
        out.list(recipient.devices().leaving(), device -> device(out, device));
        return out.toBytes();
    }

    static byte[] moving(Collection<Dispatch> open) {
        ByteWriter out = begin();
        out.list(open, dispatch -> dispatch(out, dispatch));
        return out.toBytes();
    }

    /**
     * Both parts together.
     *
     * @param customer whom it is, where nothing says so
     */
    static Recipient recipient(String customer, byte @Nullable [] lasting, byte @Nullable [] moving) {
        List<Dispatch> open = moving == null ? List.of() : open(moving);
        String known = open.isEmpty() ? customer : open.get(0).message().customer();
        if (lasting == null) {
            return new Recipient(
                    known, new Devices(List.of(), List.of()), Consents.NONE, List.of(), open, Recipient.NEVER);
        }
        ByteReader in = begun(lasting);
        String name = in.text();
        long erasedAt = in.time();
        List<Device> present = in.list(() -> device(in));
        Consents consents = KnownCodec.consents(in);
        List<Known> remembered = in.list(() -> known(in));
        Devices devices = new Devices(present, in.list(() -> device(in)));
        return new Recipient(name.isEmpty() ? known : name, devices, consents, remembered, open, erasedAt);
    }

    private static List<Dispatch> open(byte[] moving) {
        ByteReader in = begun(moving);
        return in.list(() -> dispatch(in));
    }

    private static ByteWriter begin() {
        ByteWriter out = new ByteWriter();
        out.octet(VERSION);
        return out;
    }

    private static ByteReader begun(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException(
                    "the state of deliveries is of version " + version + ", and this release reads " + VERSION);
        }
        return in;
    }

    static void device(ByteWriter out, Device device) {
        out.text(device.id());
        out.name(device.platform().word());
        out.text(device.token());
        Device.Keys keys = device.keys();
        out.flag(keys != null);
        if (keys != null) {
            out.text(keys.p256dh());
            out.text(keys.auth());
        }
        out.textOrNull(device.app());
        out.textOrNull(device.locale());
        out.textOrNull(device.zone());
    }

    static Device device(ByteReader in) {
        return new Device(
                in.text(),
                Platform.of(in.name()).orElseThrow(),
                in.text(),
                in.flag() ? new Device.Keys(in.text(), in.text()) : null,
                in.textOrNull(),
                in.textOrNull(),
                in.textOrNull());
    }

    static void known(ByteWriter out, Known known) {
        out.text(known.actionId());
        out.natural(known.revision());
        out.flag(known.isClosed());
        out.list(known.reached(), out::name);
        out.name(known.trigger());
        out.name(known.channel());
        out.text(known.collapseKey());
        out.time(known.expiresAt());
    }

    static Known known(ByteReader in) {
        return new Known(
                in.text(),
                in.natural(),
                in.flag(),
                Set.copyOf(new TreeSet<>(in.list(in::name))),
                in.name(),
                in.name(),
                in.text(),
                in.time());
    }

    private static void dispatch(ByteWriter out, Dispatch dispatch) {
        message(out, dispatch.message());
        out.name(dispatch.purpose().name());
        Dispatch.Revoked revoked = dispatch.revoked();
        out.flag(revoked != null);
        if (revoked != null) {
            out.natural(revoked.revision());
            out.name(revoked.reason());
        }
        out.list(dispatch.reachedBefore(), out::name);
        out.list(dispatch.deliveries(), delivery -> delivery(out, delivery));
    }

    private static Dispatch dispatch(ByteReader in) {
        Message message = message(in);
        Purpose purpose = Purpose.valueOf(in.name());
        Dispatch.Revoked revoked = in.flag() ? new Dispatch.Revoked(in.natural(), in.name()) : null;
        List<String> reachedBefore = in.list(in::name);
        Dispatch dispatch = new Dispatch(message, purpose, in.list(() -> delivery(in)), revoked);
        reachedBefore.forEach(dispatch::hasReached);
        return dispatch;
    }

    private static void delivery(ByteWriter out, Delivery delivery) {
        out.name(delivery.target());
        out.name(delivery.provider().name());
        out.name(delivery.state().name());
        out.natural(delivery.attempts());
        out.time(delivery.dueAt());
        out.flag(delivery.mayHaveArrived());
        out.textOrNull(delivery.reason());
    }

    private static Delivery delivery(ByteReader in) {
        return new Delivery(
                in.name(),
                Provider.valueOf(in.name()),
                Delivery.State.valueOf(in.name()),
                in.number(),
                in.time(),
                in.flag(),
                in.textOrNull());
    }

    static void message(ByteWriter out, Message message) {
        out.text(message.customer());
        out.text(message.actionId());
        out.natural(message.revision());
        out.text(message.action());
        out.name(message.trigger());
        out.text(message.bundle());
        out.name(message.channel());
        out.text(message.purpose());
        out.time(message.decidedAt());
        out.time(message.expiresAt());
        out.text(message.payload());
        out.map(message.texts(), out::text);
        out.textOrNull(message.language());
        out.text(message.collapseKey());
        Long permittedAt = message.permittedAt();
        out.flag(permittedAt != null);
        if (permittedAt != null) {
            out.time(permittedAt);
        }
    }

    static Message message(ByteReader in) {
        return new Message(
                in.text(),
                in.text(),
                in.natural(),
                in.text(),
                in.name(),
                in.text(),
                in.name(),
                in.text(),
                in.time(),
                in.time(),
                in.text(),
                in.map(in::text),
                in.textOrNull(),
                in.text(),
                in.flag() ? (Long) in.time() : null);
    }
}
