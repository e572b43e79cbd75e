package dev.anlass.jobs.state;

import dev.anlass.engine.match.Remembered;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Tombstone;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a customer: bytes, the number of the version first.
 *
 * <p>What a released version wrote can be read for ever: a change of the form is a new version beside the old ones, and
 * a snapshot of each version is restored in a test.
 */
public final class CustomerCodec {

    private static final int FIRST = 1;
    private static final int VERSION = 2;

    private CustomerCodec() {}

    public static byte[] encode(StoredCustomer customer) {
        return encode(customer, new ByteWriter());
    }

    /** The same by a writer that can be used again and again. */
    public static byte[] encode(StoredCustomer customer, ByteWriter out) {
        out.clear();
        out.octet(VERSION);
        out.time(customer.nextDue());
        state(out, customer.state());
        return out.toBytes();
    }

    /** Reads what {@link #encode} wrote, in this release or an earlier one. */
    public static StoredCustomer decode(byte[] bytes) {
        ByteReader in = behindVersion(bytes);
        long nextDue = in.time();
        return new StoredCustomer(state(in), nextDue);
    }

    /** Reads when the customer is to be woken, and no further. */
    public static long nextDue(byte[] bytes) {
        return behindVersion(bytes).time();
    }

    private static ByteReader behindVersion(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.octet();
        if (version == FIRST) {
            in.expectFirstForm();
        } else if (version != VERSION) {
            throw new IllegalStateException("a customer is stored in version " + version
                    + ", which this release does not know: go on with the release that wrote it, or a newer one");
        }
        return in;
    }

    private static void state(ByteWriter out, CustomerState.Stored state) {
        out.name(state.customer());
        ChainCodec.facts(out, state.settled());
        EventCodec.key(out, state.settledPlace());
        out.list(state.recent(), remembered -> remembered(out, remembered));
        out.time(state.dueThrough());
        out.time(state.clock());
        out.list(state.verdicts(), verdict -> VerdictCodec.verdict(out, verdict));
        VerdictCodec.contacts(out, state.contacts());
        out.whole(state.minute());
        out.natural(state.eventsInMinute());
        tombstone(out, state.tombstone());
    }

    private static CustomerState.Stored state(ByteReader in) {
        return new CustomerState.Stored(
                in.name(),
                ChainCodec.facts(in),
                EventCodec.key(in),
                in.list(() -> remembered(in)),
                in.time(),
                in.time(),
                in.list(() -> VerdictCodec.verdict(in)),
                VerdictCodec.contacts(in),
                in.whole(),
                in.number(),
                tombstone(in));
    }

    private static void remembered(ByteWriter out, Remembered remembered) {
        EventCodec.event(out, remembered.event());
        boolean ownPlace = remembered.place().equals(remembered.event().key());
        out.flag(ownPlace);
        if (!ownPlace) {
            EventCodec.key(out, remembered.place());
        }
        out.same(remembered.arrived(), consents -> KnownCodec.consents(out, consents));
        out.time(remembered.arrivedAt());
    }

    private static Remembered remembered(ByteReader in) {
        var event = EventCodec.event(in);
        var place = in.flag() ? event.key() : EventCodec.key(in);
        return new Remembered(event, place, in.shared(() -> KnownCodec.consents(in)), in.time());
    }

    private static void tombstone(ByteWriter out, @Nullable Tombstone tombstone) {
        out.flag(tombstone != null);
        if (tombstone != null) {
            out.time(tombstone.time());
            out.octet(tombstone.rank());
        }
    }

    private static @Nullable Tombstone tombstone(ByteReader in) {
        return in.flag() ? new Tombstone(in.time(), in.octet()) : null;
    }
}
