package dev.anlass.engine.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functions that are computed here, by the names that cel-java gives them.
 *
 * <p>Each falls back to cel-java's for arguments it does not know.
 */
final class Calls {

    private static final String DOUBLE = "double";

    private Calls() {}

    /** Whether the function, if it is computed here, needs cel-java's for no bool, int, double or string. */
    static boolean isComplete(String function) {
        return !function.equals(DOUBLE);
    }

    /** The call, computed here; null if the function is not. */
    static @Nullable Computation of(String function, List<Computation> arguments, Operation otherwise) {
        Computation first = arguments.get(0);
        if (arguments.size() == 1) {
            Operation.Unary unary = unary(function, otherwise);
            return unary == null ? null : Application.of(unary, first);
        }
        Computation second = arguments.get(1);
        if (arguments.size() > 2) {
            return null;
        }
        Computation withConstant =
                second instanceof Constant constant ? withConstant(function, first, constant.value(), otherwise) : null;
        if (withConstant != null) {
            return withConstant;
        }
        Operation.Binary binary = binary(function, otherwise);
        return binary == null ? null : Application.of(binary, first, second);
    }

    private static Operation.@Nullable Unary unary(String function, Operation otherwise) {
        return switch (function) {
            case "-_" -> Arithmetic.negated(otherwise);
            case "size" -> Texts.size(otherwise);
            case DOUBLE -> Arithmetic.toDouble(otherwise);
            case "dyn" -> value -> value;
            default -> null;
        };
    }

    private static @Nullable Computation withConstant(
            String function, Computation first, Object constant, Operation otherwise) {
        Comparison comparison = Comparison.of(function);
        if (comparison != null) {
            return comparison.with(first, constant, otherwise);
        }
        return switch (function) {
            case "_==_" -> Equality.equal(otherwise).with(first, constant);
            case "_!=_" -> Equality.unequal(otherwise).with(first, constant);
            case "@in" ->
                constant instanceof List<?> list ? Application.of(Lists.inConstant(list, otherwise), first) : null;
            case "matches" -> constant instanceof String regex ? Texts.matches(first, regex, otherwise) : null;
            default -> null;
        };
    }

    /** The function of two values, such as an operator; null if it is not computed here. */
    static Operation.@Nullable Binary binary(String function, Operation otherwise) {
        Comparison comparison = Comparison.of(function);
        if (comparison != null) {
            return comparison.orElse(otherwise);
        }
        return switch (function) {
            case "_==_" -> Equality.equal(otherwise);
            case "_!=_" -> Equality.unequal(otherwise);
            case "_+_" -> Arithmetic.plus(otherwise);
            case "_-_" -> Arithmetic.minus(otherwise);
            case "_*_" -> Arithmetic.times(otherwise);
            case "_/_" -> Arithmetic.dividedBy(otherwise);
            case "_%_" -> Arithmetic.modulo(otherwise);
            case "_[_]" -> Lists.at(otherwise);
            case "@in" -> Lists.in(otherwise);
            case "startsWith" -> Texts.startsWith(otherwise);
            case "endsWith" -> Texts.endsWith(otherwise);
            case "contains" -> Texts.contains(otherwise);
            default -> null;
        };
    }
}
