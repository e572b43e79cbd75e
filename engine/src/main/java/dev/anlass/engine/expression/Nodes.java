package dev.anlass.engine.expression;

import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks over the nodes of a CEL tree. */
final class Nodes {

    static final String AND = "_&&_";
    static final String OR = "_||_";
    static final String NOT = "!_";
    static final String CONDITIONAL = "_?_:_";

    private Nodes() {}

    /** The nodes directly below a node, in the order of the text. */
    static List<CelExpr> below(CelExpr node) {
        List<CelExpr> below = new ArrayList<>();
        switch (node.getKind()) {
            case SELECT -> below.add(node.select().operand());
            case CALL -> {
                node.call().target().ifPresent(below::add);
                below.addAll(node.call().args());
            }
            case LIST -> below.addAll(node.list().elements());
            case STRUCT -> node.struct().entries().forEach(entry -> below.add(entry.value()));
            case MAP ->
                node.map().entries().forEach(entry -> {
                    below.add(entry.key());
                    below.add(entry.value());
                });
            case COMPREHENSION -> {
                CelExpr.CelComprehension macro = node.comprehension();
                below.addAll(List.of(
                        macro.iterRange(), macro.accuInit(), macro.loopCondition(), macro.loopStep(), macro.result()));
            }
            case CONSTANT, IDENT, NOT_SET -> {}
        }
        return below;
    }

    /** The operands of a call; those of a chain of {@code &&} or of {@code ||} side by side. */
    static List<CelExpr> operands(CelExpr call) {
        String function = call.call().function();
        if (!function.equals(AND) && !function.equals(OR)) {
            return below(call);
        }
        List<CelExpr> chain = new ArrayList<>();
        for (CelExpr operand : below(call)) {
            if (operand.callOrDefault().function().equals(function)) {
                chain.addAll(operands(operand));
            } else {
                chain.add(operand);
            }
        }
        return chain;
    }

    /** The name of an identifier without the dot that tells a root from the variable of a macro. */
    static String rootName(CelExpr identifier) {
        return withoutDot(identifier.ident().name());
    }

    /** The name without the dot by which CEL marks one that stands in no container. */
    static String withoutDot(String name) {
        return name.startsWith(".") ? name.substring(1) : name;
    }

    /** The node with the id, in the tree under the given node. */
    static Optional<CelExpr> find(CelExpr node, long id) {
        if (node.id() == id) {
            return Optional.of(node);
        }
        for (CelExpr child : below(node)) {
            Optional<CelExpr> found = find(child, id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The innermost macro whose variable has the name and that contains the node with the id. */
    static Optional<CelExpr.CelComprehension> macroWithVariable(CelExpr node, String variable, long id) {
        for (CelExpr child : below(node)) {
            if (find(child, id).isPresent()) {
                Optional<CelExpr.CelComprehension> inner = macroWithVariable(child, variable, id);
                boolean isThis = node.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION
                        && node.comprehension().iterVar().equals(variable)
                        && child != node.comprehension().iterRange();
                return inner.isPresent() || !isThis ? inner : Optional.of(node.comprehension());
            }
        }
        return Optional.empty();
    }
}
