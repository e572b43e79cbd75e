package dev.anlass.engine.expression;

import dev.anlass.engine.event.FieldType;
import java.util.Map;

/** How operators and types that cel-java names inwardly are written by authors. */
final class Spelling {

    private static final Map<String, String> FUNCTIONS =
            Map.of("_?_:_", "? :", "_[_]", "[ ]", "@in", "in", "-_", "-", "!_", "!");

    private Spelling() {}

    static String ofFunction(String name) {
        String known = FUNCTIONS.get(name);
        if (known != null) {
            return known;
        }
        if (name.startsWith("_") && name.endsWith("_")) {
            return name.substring(1, name.length() - 1);
        }
        return name.startsWith("@") ? name.substring(1) : name;
    }

    /** The types of a call's arguments, without the hidden ones. */
    static String ofArguments(String function, String types) {
        String all =
                ofTypes(types).replaceFirst("^(.+)\\.\\((.+)\\)$", "($1, $2)").replaceFirst("^(.+)\\.\\(\\)$", "($1)");
        boolean hidesTime = function.equals(Functions.hidden(Functions.LOCAL_HOUR))
                || function.equals(Functions.hidden(Functions.WEEKDAY));
        return hidesTime ? all.replaceFirst(", int\\)$", ")") : all;
    }

    static String of(FieldType type) {
        if (type instanceof FieldType.ListOf list) {
            return "list(" + of(list.element()) + ")";
        }
        return type instanceof FieldType.RecordOf ? "record" : type.toString();
    }

    static String ofTypes(String types) {
        return types.replaceAll("@record\\d+", "record")
                .replaceAll("google\\.protobuf\\.Timestamp", "timestamp")
                .replaceAll("google\\.protobuf\\.Duration", "duration")
                .replaceAll("\\bnull_type\\b", "null")
                .replaceAll("\\bdyn\\b", "any")
                .replaceAll("%\\w+", "any");
    }
}
