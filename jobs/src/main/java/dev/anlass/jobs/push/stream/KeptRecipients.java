package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.push.Recipient;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.jspecify.annotations.Nullable;

/** The recipients of a subtask in Flink's state. What is on its way stands apart, so that its keys can be found. */
final class KeptRecipients {

    static final ValueStateDescriptor<byte[]> LASTING =
            new ValueStateDescriptor<>("recipient", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    static final ValueStateDescriptor<byte[]> MOVING =
            new ValueStateDescriptor<>("moving", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private final KeyedStateBackend<String> backend;
    private final ValueState<byte[]> lasting;
    private final ValueState<byte[]> moving;
    private byte @Nullable [] lastingBefore;
    private byte @Nullable [] movingBefore;

    KeptRecipients(KeyedStateBackend<String> backend, ValueState<byte[]> lasting, ValueState<byte[]> moving) {
        this.backend = backend;
        this.lasting = lasting;
        this.moving = moving;
    }

    /**
     * The one of the present key.
     *
     * @param customer whose key it is, where nothing is kept
     */
    Recipient load(String customer) throws Exception {
        lastingBefore = lasting.value();
        movingBefore = moving.value();
        return RecipientCodec.recipient(customer, lastingBefore, movingBefore);
    }

    /** Keeps the one that was loaded last, as far as it has changed. */
    void store(Recipient recipient) throws Exception {
        store(lasting, lastingBefore, recipient.keepsNothing() ? null : RecipientCodec.lasting(recipient));
        store(moving, movingBefore, recipient.open().isEmpty() ? null : RecipientCodec.moving(recipient.open()));
    }

    private static void store(ValueState<byte[]> state, byte @Nullable [] before, byte @Nullable [] after)
            throws Exception {
        if (after == null && before != null) {
            state.clear();
        } else if (after != null && !Arrays.equals(before, after)) {
            state.update(after);
        }
    }

    /** The keys of those for whom something is on its way. */
    List<String> moving() {
        try (Stream<String> keys = backend.getKeys(MOVING.getName(), VoidNamespace.INSTANCE)) {
            return keys.toList();
        }
    }
}
