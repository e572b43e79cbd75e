package dev.anlass.jobs.operator;

import dev.anlass.jobs.connector.RecordSource.InTopic;
import dev.anlass.jobs.state.ByteReader;
import dev.anlass.jobs.state.ByteWriter;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Carries records as they were read, where reading and decoding are not in one task. */
public final class RawRecordSerializer extends HandSerializer<RawRecord> {

    @Override
    protected void write(RawRecord raw, ByteWriter out) {
        out.text(raw.source().topic());
        out.natural(raw.source().partition());
        out.natural(raw.source().offset());
        Long appendedAt = raw.appendedAt();
        out.time(appendedAt == null ? Origin.UNKNOWN : appendedAt);
        out.map(raw.attributes(), out::text);
        out.octets(raw.value());
    }

    @Override
    protected RawRecord read(ByteReader in) {
        InTopic source = new InTopic(in.text(), in.number(), in.natural());
        long appendedAt = in.time();
        return new RawRecord(source, appendedAt == Origin.UNKNOWN ? null : appendedAt, in.map(in::text), in.octets());
    }

    @Override
    public TypeSerializerSnapshot<RawRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The form has no settings. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<RawRecord> {
        public Snapshot() {
            super(RawRecordSerializer::new);
        }
    }
}
