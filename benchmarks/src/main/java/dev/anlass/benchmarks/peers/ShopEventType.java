package dev.anlass.benchmarks.peers;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Tells Flink that events of the shop travel by {@link ShopEventSerializer}. */
final class ShopEventType extends TypeInformation<ShopEvent> {

    private static final long serialVersionUID = 1L;

    @Override
    public TypeSerializer<ShopEvent> createSerializer(SerializerConfig config) {
        return new ShopEventSerializer();
    }

    @Override
    public Class<ShopEvent> getTypeClass() {
        return ShopEvent.class;
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
        return other instanceof ShopEventType;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return canEqual(other);
    }

    @Override
    public int hashCode() {
        return ShopEvent.class.hashCode();
    }

    @Override
    public String toString() {
        return "ShopEvent";
    }
}
