package dev.anlass.engine.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The paths of fields that nodes of a checked tree stand for, such as {@code event.fence.kind}. */
final class Paths {

    /** The variables of the macros around a place, with what they go through. */
    private final Map<String, CelExpr> variables;

    private Paths(Map<String, CelExpr> variables) {
        this.variables = variables;
    }

    static Paths outsideMacros() {
        return new Paths(Map.of());
    }

    Paths inside(CelComprehension macro) {
        Map<String, CelExpr> all = new HashMap<>(variables);
        all.put(macro.iterVar(), macro.iterRange());
        all.put(macro.accuVar(), macro.accuInit());
        return new Paths(all);
    }

    /** The path of a root or of a field below it; empty for what is computed, and for the variables of macros. */
    Optional<String> of(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT ->
                variables.containsKey(node.ident().name()) ? Optional.empty() : Optional.of(Nodes.rootName(node));
            case SELECT ->
                of(node.select().operand())
                        .map(record -> record + "." + node.select().field());
            default -> Optional.empty();
        };
    }

    /** The root that the value is a part of, also by way of the variable of a macro or of an element. */
    Optional<String> root(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> {
                CelExpr range = variables.get(node.ident().name());
                yield range == null ? Optional.of(Nodes.rootName(node)) : root(range);
            }
            case SELECT -> root(node.select().operand());
            case CALL ->
                node.call().function().equals("_[_]") ? root(node.call().args().get(0)) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
