package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.peers.ShopEvent.Kind;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Carries the events of the shop field by field. */
public final class ShopEventSerializer extends TypeSerializerSingleton<ShopEvent> {

    private static final long serialVersionUID = 1L;
    private static final Kind[] KINDS = Kind.values();

    @Override
    @SuppressWarnings("EnumOrdinal") // Both ends run the same program.
    public void serialize(ShopEvent event, DataOutputView target) throws IOException {
        target.writeLong(event.number());
        target.writeLong(event.time());
        target.writeByte(event.kind().ordinal());
        StringValue.writeString(event.customer(), target);
        StringValue.writeString(event.item(), target);
        StringValue.writeString(event.category(), target);
        target.writeDouble(event.price());
    }

    @Override
    public ShopEvent deserialize(DataInputView source) throws IOException {
        return new ShopEvent(
                source.readLong(),
                source.readLong(),
                KINDS[source.readByte()],
                StringValue.readString(source),
                StringValue.readString(source),
                StringValue.readString(source),
                source.readDouble());
    }

    @Override
    public ShopEvent deserialize(ShopEvent reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public ShopEvent createInstance() {
        return new ShopEvent(0, 0, Kind.VIEWED, "", "", "", 0);
    }

    @Override
    public ShopEvent copy(ShopEvent from) {
        return from;
    }

    @Override
    public ShopEvent copy(ShopEvent from, ShopEvent reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public TypeSerializerSnapshot<ShopEvent> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The form has no settings. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<ShopEvent> {
        public Snapshot() {
            super(ShopEventSerializer::new);
        }
    }
}
