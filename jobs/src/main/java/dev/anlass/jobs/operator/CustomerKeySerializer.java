package dev.anlass.jobs.operator;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes keys of customers as their 16 bytes and nothing else. */
public final class CustomerKeySerializer extends TypeSerializerSingleton<CustomerKey> {

    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(CustomerKey key, DataOutputView target) throws IOException {
        target.writeLong(key.high());
        target.writeLong(key.low());
    }

    @Override
    public CustomerKey deserialize(DataInputView source) throws IOException {
        return new CustomerKey(source.readLong(), source.readLong());
    }

    @Override
    public CustomerKey deserialize(CustomerKey reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        target.write(source, CustomerKey.BYTES);
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public CustomerKey createInstance() {
        return new CustomerKey(0, 0);
    }

    @Override
    public CustomerKey copy(CustomerKey from) {
        return from;
    }

    @Override
    public CustomerKey copy(CustomerKey from, CustomerKey reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return CustomerKey.BYTES;
    }

    @Override
    public TypeSerializerSnapshot<CustomerKey> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The form has no settings. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<CustomerKey> {
        public Snapshot() {
            super(CustomerKeySerializer::new);
        }
    }
}
