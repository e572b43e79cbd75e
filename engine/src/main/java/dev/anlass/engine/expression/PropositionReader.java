package dev.anlass.engine.expression;

import dev.anlass.engine.expression.Proposition.Chain;
import dev.anlass.engine.expression.Proposition.Choice;
import dev.anlass.engine.expression.Proposition.Known;
import dev.anlass.engine.expression.Proposition.Not;
import dev.anlass.engine.expression.Proposition.Open;
import dev.anlass.engine.expression.Proposition.Test;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.SimpleType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads a checked condition as a proposition, and collects the values that its operands are to be tried with. */
final class PropositionReader {

    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in");
    private static final Set<Object> BOTH = Set.of(true, false);

    private final CelAbstractSyntaxTree tree;
    private final Map<String, Set<Object>> samples = new LinkedHashMap<>();

    PropositionReader(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    /** The values to try for each operand of the propositions read so far. */
    Map<String, Set<Object>> samples() {
        return samples;
    }

    Proposition read(CelExpr node) {
        String function = node.callOrDefault().function();
        return switch (function) {
            case Nodes.AND -> new Chain(false, readAll(node));
            case Nodes.OR -> new Chain(true, readAll(node));
            case Nodes.NOT -> new Not(readAll(node).get(0));
            case Nodes.CONDITIONAL -> {
                List<Proposition> parts = readAll(node);
                yield new Choice(parts.get(0), parts.get(1), parts.get(2));
            }
            default -> COMPARISONS.contains(function) ? comparison(node) : leaf(node);
        };
    }

    private List<Proposition> readAll(CelExpr node) {
        return Nodes.operands(node).stream().map(this::read).toList();
    }

    private Proposition leaf(CelExpr node) {
        Optional<Object> constant = constant(node);
        if (constant.isPresent()) {
            return constant.get() instanceof Boolean value ? new Known(value) : new Open();
        }
        Optional<String> path = Paths.outsideMacros().of(node);
        if (path.isEmpty() || kind(node) != CelKind.BOOL) {
            return new Open();
        }
        boolean asksWhetherThere = node.selectOrDefault().testOnly();
        String operand = asksWhetherThere ? "has(" + path.get() + ")" : path.get();
        return test(operand, BOTH, value -> value);
    }

    private Proposition comparison(CelExpr node) {
        if (constant(node).isPresent()) {
            return leaf(node);
        }
        String function = node.call().function();
        Operation.Binary operator = Objects.requireNonNull(Calls.binary(function, Operation.NONE));
        CelExpr left = node.call().args().get(0);
        CelExpr right = node.call().args().get(1);
        Optional<Object> bound = constant(right);
        if (bound.isPresent()) {
            boolean isList = function.equals("@in") && bound.get() instanceof List<?>;
            Collection<?> constants = isList ? (List<?>) bound.get() : List.of(bound.get());
            return test(left, constants, value -> operator.apply(value, bound.get()));
        }
        Optional<Object> first = constant(left);
        return first.isPresent() && !function.equals("@in")
                ? test(right, List.of(first.get()), value -> operator.apply(first.get(), value))
                : new Open();
    }

    private Proposition test(CelExpr operand, Collection<?> constants, Operation.Unary holds) {
        Optional<String> path = Paths.outsideMacros().of(operand);
        if (path.isPresent()) {
            return test(path.get(), Around.allOf(constants, kind(operand)), holds);
        }
        String function = operand.callOrDefault().function();
        if (!Functions.VALUES_OF_CLOCK.containsKey(function)) {
            return new Open();
        }
        CelExpr zone = operand.call().args().get(0);
        Optional<Object> name = constant(zone).or(() -> Paths.outsideMacros().of(zone));
        return name.map(known -> test(function + known, Functions.VALUES_OF_CLOCK.get(function), holds))
                .orElseGet(Open::new);
    }

    private Proposition test(String operand, Collection<?> values, Operation.Unary holds) {
        if (values.isEmpty()) {
            return new Open();
        }
        samples.computeIfAbsent(operand, name -> new LinkedHashSet<>()).addAll(values);
        return new Test(operand, holds);
    }

    private Optional<Object> constant(CelExpr node) {
        return new Translator(tree).translate(node) instanceof Constant constant
                ? Optional.of(constant.value())
                : Optional.empty();
    }

    private CelKind kind(CelExpr node) {
        return tree.getType(node.id()).orElse(SimpleType.DYN).kind();
    }
}
