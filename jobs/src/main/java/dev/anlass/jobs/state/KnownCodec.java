package dev.anlass.jobs.state;

import dev.anlass.engine.customer.Attributes;
import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.customer.Metrics;
import dev.anlass.engine.customer.Segments;
import dev.anlass.engine.event.ByName;
import dev.anlass.engine.event.NameSet;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.place.Presence;
import dev.anlass.engine.place.Stay;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The stored form of what is known of a customer: attributes, consents, presence, metrics, segments. */
public final class KnownCodec {

    /** By their stored numbers: only ever longer. */
    private static final List<ConsentRecord.Status> STATUSES = List.of(
            ConsentRecord.Status.GIVEN,
            ConsentRecord.Status.REFUSED,
            ConsentRecord.Status.WITHDRAWN,
            ConsentRecord.Status.OBJECTED);

    private KnownCodec() {}

    static void attributes(ByteWriter out, Attributes attributes) {
        EventCodec.fields(out, attributes.values());
        out.map(attributes.setAt(), key -> sharedKey(out, key));
    }

    static Attributes attributes(ByteReader in) {
        return new Attributes(EventCodec.fields(in), in.byName(() -> sharedKey(in)));
    }

    /** Much is often said by one event. */
    private static void sharedKey(ByteWriter out, OrderKey key) {
        out.shared(key, one -> EventCodec.key(out, one));
    }

    private static OrderKey sharedKey(ByteReader in) {
        return in.isFirstForm() ? EventCodec.key(in) : in.shared(() -> EventCodec.key(in));
    }

    public static void consents(ByteWriter out, Consents consents) {
        out.list(consents.newest().values(), record -> out.same(record, shared -> record(out, shared)));
        out.flag(consents.block().everything());
        names(out, consents.block().purposes());
    }

    public static Consents consents(ByteReader in) {
        int size = in.number();
        String[] purposes = new String[size];
        ConsentRecord[] records = new ConsentRecord[size];
        for (int i = 0; i < size; i++) {
            records[i] = in.shared(() -> record(in));
            purposes[i] = records[i].purpose();
        }
        return new Consents(ByName.ofSorted(KnownNames.of(purposes), records), block(in));
    }

    private static Consents.Block block(ByteReader in) {
        boolean everything = in.flag();
        Set<String> purposes = names(in);
        return !everything && purposes.isEmpty() ? Consents.Block.NOTHING : new Consents.Block(everything, purposes);
    }

    private static void record(ByteWriter out, ConsentRecord record) {
        out.text(record.recordId());
        out.name(record.purpose());
        out.octet(STATUSES.indexOf(record.status()));
        sharedNames(out, record.channels());
        sharedNames(out, record.data());
        sharedKey(out, record.givenAt());
        out.time(record.arrivedAt());
        out.textOrNull(record.notice());
        out.time(record.expiresAt());
    }

    private static ConsentRecord record(ByteReader in) {
        return new ConsentRecord(
                in.text(),
                in.word(),
                STATUSES.get(in.octet()),
                sharedNames(in),
                sharedNames(in),
                sharedKey(in),
                in.time(),
                in.textOrNull(),
                in.time());
    }

    static void presence(ByteWriter out, Presence presence) {
        out.list(presence.stays(), stay -> stay(out, stay));
    }

    static Presence presence(ByteReader in) {
        List<Stay> stays = in.list(() -> stay(in));
        return stays.isEmpty() ? Presence.NONE : new Presence(stays);
    }

    private static void stay(ByteWriter out, Stay stay) {
        out.name(stay.fenceId());
        out.time(stay.enteredAt());
        out.name(stay.source());
        out.name(stay.causeId());
        out.time(stay.lastSaid());
        out.flag(stay.dwellDone());
        names(out, stay.purposes());
    }

    private static Stay stay(ByteReader in) {
        return new Stay(in.name(), in.time(), in.name(), in.name(), in.time(), in.flag(), names(in));
    }

    static void metrics(ByteWriter out, Metrics metrics) {
        out.map(
                metrics.byName(),
                buckets -> out.list(buckets, bucket -> {
                    out.whole(bucket.index());
                    EventCodec.value(out, bucket.value());
                }));
    }

    static Metrics metrics(ByteReader in) {
        ByName<List<Metrics.Bucket>> byName =
                in.byName(() -> in.list(() -> new Metrics.Bucket(in.whole(), EventCodec.value(in))));
        return byName.isEmpty() ? Metrics.NONE : new Metrics(byName);
    }

    static void segments(ByteWriter out, Segments segments) {
        out.map(segments.types(), out::name);
    }

    static Segments segments(ByteReader in) {
        ByName<String> types = in.byName(in::name);
        return types.isEmpty() ? Segments.NONE : new Segments(types);
    }

    private static void sharedNames(ByteWriter out, Set<String> names) {
        out.shared(names, all -> names(out, all));
    }

    private static Set<String> sharedNames(ByteReader in) {
        return in.isFirstForm() ? names(in) : in.shared(() -> names(in));
    }

    static void names(ByteWriter out, Set<String> names) {
        String[] sorted = names.toArray(new String[0]);
        Arrays.sort(sorted);
        out.natural(sorted.length);
        for (String name : sorted) {
            out.name(name);
        }
    }

    static Set<String> names(ByteReader in) {
        String[] names = new String[in.number()];
        for (int i = 0; i < names.length; i++) {
            names[i] = in.word();
        }
        return NameSet.ofSorted(KnownNames.of(names));
    }
}
