package dev.anlass.jobs.operator;

import dev.anlass.jobs.state.ByteReader;
import dev.anlass.jobs.state.ByteWriter;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Carries values that never change between operators, in a form written by hand. */
public abstract class HandSerializer<T> extends TypeSerializerSingleton<T> {

    private transient @Nullable ByteWriter out;

    protected abstract void write(T value, ByteWriter out);

    protected abstract T read(ByteReader in);

    @Override
    public void serialize(T value, DataOutputView target) throws IOException {
        if (out == null) {
            out = ByteWriter.forgetful();
        }
        out.clear();
        write(value, out);
        out.writeTo(target);
    }

    /** Each thread needs one of its own, because of the bytes that are being written. */
    @Override
    public TypeSerializerSingleton<T> duplicate() {
        return (HandSerializer<T>) snapshotConfiguration().restoreSerializer();
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return read(new ByteReader(bytes));
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public T createInstance() {
        throw new UnsupportedOperationException("values that never change are not made to be filled");
    }

    @Override
    public T copy(T from) {
        return from;
    }

    @Override
    public T copy(T from, T reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }
}
