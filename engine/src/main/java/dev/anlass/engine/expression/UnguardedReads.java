package dev.anlass.engine.expression;

import dev.cel.common.ast.CelExpr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the fields that are read where no {@code has()} has made sure of them.
 *
 * <p>A field is sure in an operand of {@code &&} if the others being true say that it is there, in an operand of
 * {@code ||} if the others being false say so, and in a branch if the condition says so.
 */
final class UnguardedReads {

    private final Set<String> found = new TreeSet<>();

    private UnguardedReads() {}

    static Set<String> of(CheckedExpression expression) {
        UnguardedReads search = new UnguardedReads();
        search.visit(expression.tree().getExpr(), Set.of(), Paths.outsideMacros());
        return search.found;
    }

    private void visit(CelExpr node, Set<String> sure, Paths paths) {
        switch (node.getKind()) {
            case SELECT -> select(node, sure, paths);
            case COMPREHENSION -> {
                visit(node.comprehension().iterRange(), sure, paths);
                visit(node.comprehension().loopStep(), sure, paths.inside(node.comprehension()));
            }
            case CALL -> call(node, sure, paths);
            default -> Nodes.below(node).forEach(child -> visit(child, sure, paths));
        }
    }

    private void select(CelExpr node, Set<String> sure, Paths paths) {
        CelExpr record = node.select().operand();
        if (node.select().testOnly()) {
            boolean isRoot = record.getKind() == CelExpr.ExprKind.Kind.IDENT;
            if (!isRoot) {
                visit(record, sure, paths);
            }
            return;
        }
        String path = paths.of(node).orElse(null);
        if (path == null) {
            visit(record, sure, paths);
        } else if (sure.stream().noneMatch(field -> field.equals(path) || field.startsWith(path + "."))) {
            found.add(path);
        }
    }

    private void call(CelExpr node, Set<String> sure, Paths paths) {
        List<CelExpr> operands = Nodes.operands(node);
        String function = node.call().function();
        if (function.equals(Nodes.CONDITIONAL)) {
            CelExpr condition = operands.get(0);
            visit(condition, sure, paths);
            visit(operands.get(1), union(sure, sureIf(true, condition, paths)), paths);
            visit(operands.get(2), union(sure, sureIf(false, condition, paths)), paths);
            return;
        }
        boolean isLogic = function.equals(Nodes.AND) || function.equals(Nodes.OR);
        for (CelExpr operand : operands) {
            Set<String> known = new HashSet<>(sure);
            for (CelExpr other : operands) {
                if (isLogic && other != operand) {
                    known.addAll(sureIf(function.equals(Nodes.AND), other, paths));
                }
            }
            visit(operand, known, paths);
        }
    }

    /** The fields that are certainly there if the condition has the outcome. */
    private static Set<String> sureIf(boolean outcome, CelExpr condition, Paths paths) {
        if (condition.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            boolean isThere = outcome && condition.select().testOnly();
            return isThere ? paths.of(condition).map(Set::of).orElse(Set.of()) : Set.of();
        }
        List<CelExpr> operands =
                condition.getKind() == CelExpr.ExprKind.Kind.CALL ? Nodes.operands(condition) : List.of();
        return switch (condition.callOrDefault().function()) {
            case Nodes.NOT -> sureIf(!outcome, operands.get(0), paths);
            case Nodes.AND -> outcome ? unionOf(operands, true, paths) : intersectionOf(operands, false, paths);
            case Nodes.OR -> outcome ? intersectionOf(operands, true, paths) : unionOf(operands, false, paths);
            default -> Set.of();
        };
    }

    private static Set<String> unionOf(List<CelExpr> operands, boolean outcome, Paths paths) {
        Set<String> all = new HashSet<>();
        operands.forEach(operand -> all.addAll(sureIf(outcome, operand, paths)));
        return all;
    }

    private static Set<String> intersectionOf(List<CelExpr> operands, boolean outcome, Paths paths) {
        Set<String> common = new HashSet<>(sureIf(outcome, operands.get(0), paths));
        operands.forEach(operand -> common.retainAll(sureIf(outcome, operand, paths)));
        return common;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
