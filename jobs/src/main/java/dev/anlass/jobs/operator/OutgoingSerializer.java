package dev.anlass.jobs.operator;

import dev.anlass.jobs.state.ByteReader;
import dev.anlass.jobs.state.ByteWriter;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Carries what goes out to its sink. */
public final class OutgoingSerializer extends HandSerializer<Outgoing> {

    @Override
    protected void write(Outgoing outgoing, ByteWriter out) {
        out.textOrNull(outgoing.customer());
        out.octets(outgoing.value());
    }

    @Override
    protected Outgoing read(ByteReader in) {
        return new Outgoing(in.textOrNull(), in.octets());
    }

    @Override
    public TypeSerializerSnapshot<Outgoing> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The form has no settings. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Outgoing> {
        public Snapshot() {
            super(OutgoingSerializer::new);
        }
    }
}
