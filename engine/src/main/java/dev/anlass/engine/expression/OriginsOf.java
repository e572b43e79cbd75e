package dev.anlass.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what the value of a checked tree is one of: a condition with two outcomes has the origins of both. */
final class OriginsOf {

    private static final String INDEX = "_[_]";

    private final CelAbstractSyntaxTree tree;
    private final Set<Origin> found = new LinkedHashSet<>();

    private OriginsOf(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    static List<Origin> of(CelAbstractSyntaxTree tree) {
        OriginsOf search = new OriginsOf(tree);
        search.visit(tree.getExpr());
        return List.copyOf(search.found);
    }

    private void visit(CelExpr node) {
        if (node.callOrDefault().function().equals(Nodes.CONDITIONAL)) {
            visit(node.call().args().get(1));
            visit(node.call().args().get(2));
            return;
        }
        List<String> path = new ArrayList<>();
        found.add(isPath(node, path) ? new Origin.Field(path) : literalOrComputed(node));
    }

    private Origin literalOrComputed(CelExpr node) {
        return new Translator(tree).translate(node) instanceof Constant constant && isPlain(constant.value())
                ? new Origin.Literal(constant.value())
                : new Origin.Computed();
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Long || value instanceof Double || value instanceof Boolean;
    }

    /** Adds the names from the root on; whether there are no others. */
    private static boolean isPath(CelExpr node, List<String> path) {
        switch (node.getKind()) {
            case IDENT -> path.add(Nodes.rootName(node));
            case SELECT -> {
                if (node.select().testOnly() || !isPath(node.select().operand(), path)) {
                    return false;
                }
                path.add(node.select().field());
            }
            case CALL -> {
                boolean isIndex = node.call().function().equals(INDEX);
                if (!isIndex || !isPath(node.call().args().get(0), path)) {
                    return false;
                }
                path.add(Origin.ELEMENT);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
