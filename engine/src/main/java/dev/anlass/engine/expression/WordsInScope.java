package dev.anlass.engine.expression;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names, fields and functions that an author could have meant at a place in a parsed tree. */
final class WordsInScope {

    private static final int LONGEST_LIST = 12;

    private static final ImmutableSet<String> STANDARD_FUNCTIONS = ImmutableSet.of(
            "has",
            "all",
            "exists",
            "exists_one",
            "filter",
            "map",
            "size",
            "contains",
            "startsWith",
            "endsWith",
            "matches",
            "int",
            "uint",
            "double",
            "string",
            "bool",
            "timestamp",
            "duration",
            "getFullYear",
            "getMonth",
            "getDate",
            "getDayOfMonth",
            "getDayOfWeek",
            "getDayOfYear",
            "getHours",
            "getMinutes",
            "getSeconds",
            "getMilliseconds");

    private final CelExpr tree;
    private final ImmutableMap<String, CelType> roots;

    WordsInScope(CelExpr tree, ImmutableMap<String, CelType> roots) {
        this.tree = tree;
        this.roots = roots;
    }

    boolean isCall(long id) {
        return isOfKind(id, CelExpr.ExprKind.Kind.CALL);
    }

    boolean isMessage(long id) {
        return isOfKind(id, CelExpr.ExprKind.Kind.STRUCT);
    }

    private boolean isOfKind(long id, CelExpr.ExprKind.Kind kind) {
        return Nodes.find(tree, id).filter(node -> node.getKind() == kind).isPresent();
    }

    @Nullable
    String nearestName(String typed) {
        return suggestion(typed, roots.keySet());
    }

    @Nullable
    String nearestFunction(String typed) {
        ImmutableSet<String> all = ImmutableSet.<String>builder()
                .addAll(STANDARD_FUNCTIONS)
                .addAll(Functions.names())
                .build();
        return ForeignWords.insteadOfFunction(typed)
                .or(() -> NearestWord.of(typed, all).map(WordsInScope::meant))
                .orElse(null);
    }

    @Nullable
    String nearestField(long select, String typed) {
        CelType type = Nodes.find(tree, select)
                .map(node -> typeOf(node.selectOrDefault().operand()))
                .orElse(SimpleType.DYN);
        return type instanceof StructType struct ? suggestion(typed, struct.fieldNames()) : null;
    }

    private static @Nullable String suggestion(String typed, Collection<String> known) {
        return NearestWord.of(typed, known).map(WordsInScope::meant).orElseGet(() -> oneOf(known));
    }

    private static @Nullable String oneOf(Collection<String> known) {
        return known.isEmpty() || known.size() > LONGEST_LIST
                ? null
                : "expected: one of " + String.join(", ", new TreeSet<>(known));
    }

    private static String meant(String word) {
        return "did you mean \"" + word + "\"?";
    }

    /** The type of a path of fields from a root or from a variable of a macro around it; else unknown. */
    private CelType typeOf(CelExpr path) {
        if (path.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            return typeOf(path.select().operand()) instanceof StructType struct
                    ? struct.findField(path.select().field())
                            .map(StructType.Field::type)
                            .orElse(SimpleType.DYN)
                    : SimpleType.DYN;
        }
        if (path.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return SimpleType.DYN;
        }
        String name = path.ident().name();
        return Nodes.macroWithVariable(tree, name, path.id())
                .map(macro -> elementOf(typeOf(macro.iterRange())))
                .orElseGet(() -> roots.getOrDefault(name, SimpleType.DYN));
    }

    private static CelType elementOf(CelType range) {
        return range instanceof ListType list ? list.elemType() : SimpleType.DYN;
    }
}
