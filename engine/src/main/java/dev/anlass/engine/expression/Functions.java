package dev.anlass.engine.expression;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelMacro;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The functions that expressions have beyond the CEL standard.
 *
 * <p>A function of the deciding time is a macro that hands a hidden variable to a hidden function: their names start
 * with {@code @}, which no author can write.
 */
final class Functions {

    /** The hidden variable: the deciding time in milliseconds since 1970. */
    static final String TIME = "@time";

    static final String DISTANCE = "distance_m";
    static final String LOCAL_HOUR = "local_hour";
    static final String WEEKDAY = "weekday";

    private static final String HIDDEN = "@";

    /** What the hidden functions of the deciding time can give. */
    static final ImmutableMap<String, ImmutableList<Long>> VALUES_OF_CLOCK = ImmutableMap.of(
            hidden(LOCAL_HOUR), range(0, 23),
            hidden(WEEKDAY), range(1, 7));

    private static final ImmutableList<CelFunctionDecl> DECLARATIONS = ImmutableList.of(
            CelFunctionDecl.newFunctionDeclaration(
                    DISTANCE,
                    CelOverloadDecl.newGlobalOverload(DISTANCE, SimpleType.DOUBLE, SimpleType.DYN, SimpleType.DYN)),
            declarationOfTime(LOCAL_HOUR),
            declarationOfTime(WEEKDAY));

    private Functions() {}

    static ImmutableSet<String> names() {
        return ImmutableSet.of(DISTANCE, LOCAL_HOUR, WEEKDAY);
    }

    static ImmutableList<CelMacro> macros() {
        return ImmutableList.of(ofTime(LOCAL_HOUR), ofTime(WEEKDAY));
    }

    /** The names of all functions, operators too, that a parsed tree calls. */
    static Set<String> namedIn(CelExpr parsed) {
        Set<String> names = new HashSet<>();
        collect(parsed, names);
        return names;
    }

    private static void collect(CelExpr node, Set<String> names) {
        if (node.getKind() == CelExpr.ExprKind.Kind.CALL) {
            names.add(Nodes.withoutDot(node.call().function()));
        }
        Nodes.below(node).forEach(child -> collect(child, names));
    }

    /** The functions of the CEL standard that have one of the names, and all its other words. */
    static CelStandardDeclarations standard(Set<String> names) {
        return CelStandardDeclarations.newBuilder()
                .filterFunctions((function, overload) -> names.contains(function.functionName()))
                .build();
    }

    /** The functions beyond the standard that have one of the names. */
    static List<CelFunctionDecl> declarations(Set<String> names) {
        return DECLARATIONS.stream()
                .filter(function -> names.contains(function.name()))
                .toList();
    }

    static String hidden(String function) {
        return HIDDEN + function;
    }

    private static CelMacro ofTime(String function) {
        return CelMacro.newGlobalMacro(
                function,
                1,
                (factory, target, arguments) -> Optional.of(
                        factory.newGlobalCall(hidden(function), arguments.get(0), factory.newIdentifier(TIME))));
    }

    private static CelFunctionDecl declarationOfTime(String function) {
        return CelFunctionDecl.newFunctionDeclaration(
                hidden(function),
                CelOverloadDecl.newGlobalOverload(hidden(function), SimpleType.INT, SimpleType.STRING, SimpleType.INT));
    }

    private static ImmutableList<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().collect(ImmutableList.toImmutableList());
    }
}
