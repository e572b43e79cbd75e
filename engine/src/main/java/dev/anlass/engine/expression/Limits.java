package dev.anlass.engine.expression;

import dev.cel.common.CelOptions;

/** The bounds of one expression. */
final class Limits {

    static final int MAX_CHARACTERS = 2_000;

    /** How deep an expression may be nested. */
    static final int MAX_DEPTH = 32;

    /** How many elements all macros of one evaluation may visit together. */
    static final int MAX_ITERATIONS = 1_000;

    /** The size of a regular expression's program, as RE2 counts it. */
    static final int MAX_REGEX_PROGRAM = 500;

    /** CEL as this engine speaks it, within these bounds. */
    static final CelOptions OPTIONS = CelOptions.current()
            .enableReservedIds(false) // const is the name of the named constants
            .enableHeterogeneousNumericComparisons(true)
            .retainRepeatedUnaryOperators(true)
            .maxExpressionCodePointSize(MAX_CHARACTERS)
            .maxParseRecursionDepth(MAX_DEPTH + 1) // the whole is a level to the parser
            .comprehensionMaxIterations(MAX_ITERATIONS)
            .maxRegexProgramSize(MAX_REGEX_PROGRAM)
            .build();

    private Limits() {}
}
