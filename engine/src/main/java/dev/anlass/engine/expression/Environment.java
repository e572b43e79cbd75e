package dev.anlass.engine.expression;

import com.google.common.collect.ImmutableMap;
import dev.anlass.engine.event.FieldType;
import dev.cel.checker.CelChecker;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * CEL for one set of root names. Parser and runtime know no names, so all environments share them. Thread-safe.
 *
 * <p>cel-java's checker declares its functions anew for each expression. A function is only ever looked up by its name,
 * so an expression is checked with those alone that it names.
 */
final class Environment {

    /** The most checkers that are kept; expressions with further sets of functions get one for themselves. */
    private static final int MAX_CHECKERS = 64;

    private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder()
            .setOptions(Limits.OPTIONS)
            .setStandardMacros(
                    CelStandardMacro.HAS,
                    CelStandardMacro.ALL,
                    CelStandardMacro.EXISTS,
                    CelStandardMacro.EXISTS_ONE,
                    CelStandardMacro.MAP,
                    CelStandardMacro.MAP_FILTER,
                    CelStandardMacro.FILTER)
            .addMacros(Functions.macros())
            .build();

    /**
     * The standard functions. It is the older of cel-java's two runtimes: to the newer one, 0.14.0, an error below
     * {@code &&} or {@code ||} is a value that compares unequal to everything.
     */
    static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .setOptions(Limits.OPTIONS)
            .build();

    private final CelTypes types;

    /** By the functions that they know; a checker keeps nothing of what it checks, so threads may share it. */
    private final Map<Set<String>, CelChecker> checkers = new ConcurrentHashMap<>();

    Environment(Map<String, FieldType> roots) {
        types = CelTypes.of(roots);
    }

    ImmutableMap<String, CelType> roots() {
        return types.roots();
    }

    CelTypes types() {
        return types;
    }

    static CelValidationResult parse(String text) {
        return PARSER.parse(text);
    }

    CelValidationResult check(CelAbstractSyntaxTree parsed) {
        return checker(Functions.namedIn(parsed.getExpr())).check(parsed);
    }

    private CelChecker checker(Set<String> functions) {
        CelChecker known = checkers.get(functions);
        if (known != null) {
            return known;
        }
        CelChecker checker = newChecker(functions);
        if (checkers.size() < MAX_CHECKERS) {
            checkers.put(functions, checker);
        }
        return checker;
    }

    private CelChecker newChecker(Set<String> functions) {
        CelCheckerBuilder builder = CelCompilerFactory.standardCelCheckerBuilder()
                .setOptions(Limits.OPTIONS)
                .setTypeProvider(types)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(Functions.standard(functions))
                .addFunctionDeclarations(Functions.declarations(functions))
                .addVarDeclarations(CelVarDecl.newVarDeclaration(Functions.TIME, SimpleType.INT));
        types.roots().forEach((name, type) -> builder.addVarDeclarations(CelVarDecl.newVarDeclaration(name, type)));
        return builder.build();
    }
}
