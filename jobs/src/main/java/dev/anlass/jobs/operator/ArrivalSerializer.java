package dev.anlass.jobs.operator;

import dev.anlass.engine.event.Decoded.Blocked;
import dev.anlass.jobs.connector.RecordSource.InTopic;
import dev.anlass.jobs.operator.Arrival.OfEvent;
import dev.anlass.jobs.operator.Arrival.OfUnreadable;
import dev.anlass.jobs.state.ByteReader;
import dev.anlass.jobs.state.ByteWriter;
import dev.anlass.jobs.state.EventCodec;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Carries arrivals to the subtask of their customer. */
public final class ArrivalSerializer extends HandSerializer<Arrival> {

    private static final int EVENT = 0;
    private static final int UNREADABLE = 1;

    @Override
    protected void write(Arrival arrival, ByteWriter out) {
        if (arrival instanceof OfEvent event) {
            out.octet(EVENT);
            EventCodec.event(out, event.event());
        } else if (arrival instanceof OfUnreadable unreadable) {
            out.octet(UNREADABLE);
            out.text(unreadable.blocked().customer());
            out.textOrNull(unreadable.blocked().purpose());
        }
        origin(arrival.origin(), out);
    }

    @Override
    protected Arrival read(ByteReader in) {
        return in.octet() == EVENT
                ? new OfEvent(EventCodec.event(in), origin(in))
                : new OfUnreadable(new Blocked(in.text(), in.textOrNull()), origin(in));
    }

    private static void origin(Origin origin, ByteWriter out) {
        out.name(origin.source().topic());
        out.natural(origin.source().partition());
        out.natural(origin.source().offset());
        out.octets(origin.hash());
        out.time(origin.appendedAt());
    }

    private static Origin origin(ByteReader in) {
        return new Origin(new InTopic(in.word(), in.number(), in.natural()), in.octets(), in.time());
    }

    @Override
    public TypeSerializerSnapshot<Arrival> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The form has no settings. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Arrival> {
        public Snapshot() {
            super(ArrivalSerializer::new);
        }
    }
}
