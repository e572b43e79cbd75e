package dev.anlass.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import java.util.List;

/** Questions about the static types of a checked tree. */
final class Types {

    private Types() {}

    /** Whether all values can only be bools, ints, doubles and strings: every function on these is computed here. */
    static boolean arePlain(CelAbstractSyntaxTree tree, List<CelExpr> nodes) {
        return nodes.stream().allMatch(node -> isPlain(tree, node));
    }

    private static boolean isPlain(CelAbstractSyntaxTree tree, CelExpr node) {
        return switch (tree.getType(node.id()).orElse(SimpleType.DYN).kind()) {
            case BOOL, INT, DOUBLE, STRING -> true;
            default -> false;
        };
    }
}
