package dev.anlass.engine.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.anlass.engine.event.FieldType;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The declared types as CEL's checker knows them.
 *
 * <p>A record is a struct whose name starts with {@code @}, which no author can write. Records with the same fields are
 * the same struct.
 */
final class CelTypes implements CelTypeProvider {

    private static final String RECORD = "@record";

    private final ImmutableMap<String, CelType> roots;
    private final ImmutableMap<String, CelType> structs;

    @SuppressWarnings("Immutable") // a record's map of fields never changes
    private final ImmutableMap<String, FieldType> records;

    private CelTypes(ImmutableMap<String, CelType> roots, Map<FieldType.RecordOf, StructType> structs) {
        this.roots = roots;
        ImmutableMap.Builder<String, CelType> byName = ImmutableMap.builder();
        ImmutableMap.Builder<String, FieldType> declared = ImmutableMap.builder();
        structs.forEach((fields, struct) -> {
            byName.put(struct.name(), struct);
            declared.put(struct.name(), fields);
        });
        this.structs = byName.buildOrThrow();
        this.records = declared.buildOrThrow();
    }

    static CelTypes of(Map<String, FieldType> roots) {
        Translation translation = new Translation();
        ImmutableMap.Builder<String, CelType> types = ImmutableMap.builder();
        roots.forEach((name, type) -> types.put(name, translation.translate(type)));
        return new CelTypes(types.buildOrThrow(), translation.structs);
    }

    ImmutableMap<String, CelType> roots() {
        return roots;
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return structs.values();
    }

    @Override
    public Optional<CelType> findType(String typeName) {
        return Optional.ofNullable(structs.get(typeName));
    }

    /** The declared record that the struct of this name stands for. */
    Optional<FieldType> record(String struct) {
        return Optional.ofNullable(records.get(struct));
    }

    private static CelType scalar(FieldType.Scalar scalar) {
        return switch (scalar) {
            case STRING -> SimpleType.STRING;
            case INT -> SimpleType.INT;
            case DOUBLE -> SimpleType.DOUBLE;
            case BOOL -> SimpleType.BOOL;
            case TIMESTAMP, DATE -> SimpleType.TIMESTAMP;
        };
    }

    private static final class Translation {

        private final Map<FieldType.RecordOf, StructType> structs = new HashMap<>();

        CelType translate(FieldType type) {
            if (type instanceof FieldType.Scalar scalar) {
                return scalar(scalar);
            }
            if (type instanceof FieldType.ListOf list) {
                return ListType.create(translate(list.element()));
            }
            if (type instanceof FieldType.RecordOf fields) {
                return struct(fields);
            }
            return SimpleType.DYN;
        }

        private StructType struct(FieldType.RecordOf fields) {
            @Nullable StructType known = structs.get(fields);
            if (known != null) {
                return known;
            }
            ImmutableMap.Builder<String, CelType> types = ImmutableMap.builder();
            fields.fields().forEach((name, type) -> types.put(name, translate(type)));
            ImmutableMap<String, CelType> byName = types.buildOrThrow();
            StructType struct = StructType.create(
                    RECORD + structs.size(), byName.keySet(), name -> Optional.ofNullable(byName.get(name)));
            structs.put(fields, struct);
            return struct;
        }
    }
}
