package dev.anlass.engine.expression;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the roots of which a part is compared by equality with a part of the event. */
final class EqualityWithEvent {

    private static final String EVENT = "event";
    private static final Set<String> OPERATORS = Set.of("_==_", "@in");

    private final Set<String> found = new TreeSet<>();

    private EqualityWithEvent() {}

    static Set<String> of(CheckedExpression expression) {
        EqualityWithEvent search = new EqualityWithEvent();
        search.visit(expression.tree().getExpr(), Paths.outsideMacros());
        return search.found;
    }

    private void visit(CelExpr node, Paths paths) {
        if (node.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION) {
            visit(node.comprehension().iterRange(), paths);
            visit(node.comprehension().loopStep(), paths.inside(node.comprehension()));
            return;
        }
        if (OPERATORS.contains(node.callOrDefault().function())) {
            List<String> roots = Nodes.below(node).stream()
                    .map(paths::root)
                    .flatMap(Optional::stream)
                    .toList();
            if (roots.size() == 2 && roots.contains(EVENT)) {
                roots.stream().filter(root -> !root.equals(EVENT)).forEach(found::add);
            }
        }
        Nodes.below(node).forEach(child -> visit(child, paths));
    }
}
