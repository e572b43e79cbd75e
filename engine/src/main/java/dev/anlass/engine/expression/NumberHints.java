package dev.anlass.engine.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ways out of an operator that does not take its arguments: how a number or a missing value would be written. */
final class NumberHints {

    private final CelExpr tree;

    NumberHints(CelExpr tree) {
        this.tree = tree;
    }

    @Nullable
    String wayOut(long call, String types) {
        if (types.contains("null")) {
            return "ask whether a field is there with has(), such as has(event.price)";
        }
        if (!types.contains("double") || !types.contains("int")) {
            return null;
        }
        Optional<CelConstant> whole = Nodes.find(tree, call).flatMap(NumberHints::wholeNumber);
        return whole.map(number -> "write " + number.int64Value() + ".0, both sides must be double")
                .orElse("convert the whole number with double()");
    }

    private static Optional<CelConstant> wholeNumber(CelExpr call) {
        return call.callOrDefault().args().stream()
                .filter(argument -> argument.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
                .map(CelExpr::constant)
                .filter(constant -> constant.getKind() == CelConstant.Kind.INT64_VALUE)
                .findFirst();
    }
}
