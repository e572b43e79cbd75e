package dev.anlass.jobs.operator;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** The type of values that travel in a form of their own; Flink looks at nothing inside. */
public final class HandType<T> extends TypeInformation<T> {

    public static final HandType<RawRecord> RAW_RECORD = new HandType<>(RawRecord.class, new RawRecordSerializer());
    public static final HandType<Arrival> ARRIVAL = new HandType<>(Arrival.class, new ArrivalSerializer());
    public static final HandType<Outgoing> OUTGOING = new HandType<>(Outgoing.class, new OutgoingSerializer());
    public static final HandType<CustomerKey> CUSTOMER_KEY =
            new HandType<>(CustomerKey.class, new CustomerKeySerializer());
    public static final HandType<News> NEWS = new HandType<>(News.class, new NewsSerializer());

    private final Class<T> type;
    private final TypeSerializer<T> serializer;

    public HandType(Class<T> type, TypeSerializer<T> serializer) {
        this.type = type;
        this.serializer = serializer;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return serializer.duplicate();
    }

    @Override
    public Class<T> getTypeClass() {
        return type;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public boolean canEqual(@Nullable Object other) {
        return other instanceof HandType;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HandType<?> hand && hand.type.equals(type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
