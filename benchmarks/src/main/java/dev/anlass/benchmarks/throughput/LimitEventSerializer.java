package dev.anlass.benchmarks.throughput;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Carries the limit job's events, field by field; one object is filled again and again. */
final class LimitEventSerializer extends TypeSerializerSingleton<LimitEvent> {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public LimitEvent createInstance() {
        return new LimitEvent();
    }

    @Override
    public LimitEvent copy(LimitEvent from) {
        return copy(from, new LimitEvent());
    }

    @Override
    public LimitEvent copy(LimitEvent from, LimitEvent to) {
        to.id = from.id;
        to.source = from.source;
        to.type = from.type;
        to.customer = from.customer;
        to.product = from.product;
        to.category = from.category;
        to.time = from.time;
        to.amount = from.amount;
        to.latitude = from.latitude;
        to.longitude = from.longitude;
        return to;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(LimitEvent event, DataOutputView target) throws IOException {
        StringValue.writeString(event.id, target);
        StringValue.writeString(event.source, target);
        StringValue.writeString(event.type, target);
        StringValue.writeString(event.customer, target);
        StringValue.writeString(event.product, target);
        StringValue.writeString(event.category, target);
        target.writeLong(event.time);
        target.writeDouble(event.amount);
        target.writeDouble(event.latitude);
        target.writeDouble(event.longitude);
    }

    @Override
    public LimitEvent deserialize(DataInputView source) throws IOException {
        return deserialize(new LimitEvent(), source);
    }

    @Override
    public LimitEvent deserialize(LimitEvent event, DataInputView source) throws IOException {
        event.id = StringValue.readString(source);
        event.source = StringValue.readString(source);
        event.type = StringValue.readString(source);
        event.customer = StringValue.readString(source);
        event.product = StringValue.readString(source);
        event.category = StringValue.readString(source);
        event.time = source.readLong();
        event.amount = source.readDouble();
        event.latitude = source.readDouble();
        event.longitude = source.readDouble();
        return event;
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public TypeSerializerSnapshot<LimitEvent> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The form has no settings. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<LimitEvent> {
        public Snapshot() {
            super(LimitEventSerializer::new);
        }
    }
}
