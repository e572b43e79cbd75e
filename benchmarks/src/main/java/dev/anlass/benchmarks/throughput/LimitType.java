package dev.anlass.benchmarks.throughput;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** The type of the limit job's events. */
final class LimitType extends TypeInformation<LimitEvent> {

    private static final long serialVersionUID = 1L;

    @Override
    public TypeSerializer<LimitEvent> createSerializer(SerializerConfig config) {
        return new LimitEventSerializer();
    }

    @Override
    public Class<LimitEvent> getTypeClass() {
        return LimitEvent.class;
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
    public String toString() {
        return "LimitType";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LimitType;
    }

    @Override
    public int hashCode() {
        return LimitType.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof LimitType;
    }
}
