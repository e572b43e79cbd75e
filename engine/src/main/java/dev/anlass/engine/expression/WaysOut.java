package dev.anlass.engine.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ways out of an operator or function that does not take its arguments. */
final class WaysOut {

    private final CelExpr tree;

    WaysOut(CelExpr tree) {
        this.tree = tree;
    }

    /**
     * What the author could write instead; null if there is no good guess.
     *
     * @param types the types of the arguments as authors know them
     */
    @Nullable
    String of(long call, String function, String types) {
        if (types.contains("null")) {
            return "expected: has(event.price) to ask whether it is there";
        }
        if (function.equals(Functions.LOCAL_HOUR) || function.equals(Functions.WEEKDAY)) {
            return "expected: " + function + "(customer.zone)";
        }
        List<CelConstant> literals = literals(call);
        if (types.contains("double") && types.contains("int")) {
            return literals.stream().anyMatch(literal -> literal.getKind() == CelConstant.Kind.INT64_VALUE)
                    ? literalAsDouble(literals)
                    : "expected: double() around the int";
        }
        boolean isQuotedNumber = types.contains("string")
                && (types.contains("double") || types.contains("int"))
                && literals.stream().anyMatch(WaysOut::isQuotedNumber);
        return isQuotedNumber ? "expected: a number without quotation marks" : null;
    }

    private static String literalAsDouble(List<CelConstant> literals) {
        Optional<CelConstant> whole = literals.stream()
                .filter(literal -> literal.getKind() == CelConstant.Kind.INT64_VALUE)
                .findFirst();
        return "expected: " + whole.orElseThrow().int64Value() + ".0, because both must be double";
    }

    private static boolean isQuotedNumber(CelConstant literal) {
        return literal.getKind() == CelConstant.Kind.STRING_VALUE
                && literal.stringValue().matches("-?\\d+(\\.\\d+)?");
    }

    /** The literals among the arguments of a call, and in lists among them. */
    private List<CelConstant> literals(long call) {
        return Nodes.find(tree, call).map(Nodes::below).orElse(List.of()).stream()
                .flatMap(argument -> argument.getKind() == CelExpr.ExprKind.Kind.LIST
                        ? argument.list().elements().stream()
                        : List.of(argument).stream())
                .filter(argument -> argument.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
                .map(CelExpr::constant)
                .toList();
    }
}
