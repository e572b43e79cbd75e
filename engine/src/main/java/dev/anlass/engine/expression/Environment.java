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

/** CEL for one set of root names. Parser and runtime know no names, so all environments share them. */
final class Environment {

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
    private final CelChecker checker;

    Environment(Map<String, FieldType> roots) {
        types = CelTypes.of(roots);
        CelCheckerBuilder builder = CelCompilerFactory.standardCelCheckerBuilder()
                .setOptions(Limits.OPTIONS)
                .setTypeProvider(types)
                .addFunctionDeclarations(Functions.declarations())
                .addVarDeclarations(CelVarDecl.newVarDeclaration(Functions.TIME, SimpleType.INT));
        types.roots().forEach((name, type) -> builder.addVarDeclarations(CelVarDecl.newVarDeclaration(name, type)));
        checker = builder.build();
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
        return checker.check(parsed);
    }
}
