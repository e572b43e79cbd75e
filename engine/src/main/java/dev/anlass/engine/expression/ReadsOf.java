package dev.anlass.engine.expression;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds what a checked tree reads of its roots; variables of macros are no roots. */
final class ReadsOf {

    private final ImmutableMap<String, CelType> roots;
    private final Map<String, Set<String>> found = new TreeMap<>();
    private final Deque<String> bound = new ArrayDeque<>();

    private ReadsOf(ImmutableMap<String, CelType> roots) {
        this.roots = roots;
    }

    static Reads of(CelExpr tree, ImmutableMap<String, CelType> roots) {
        ReadsOf search = new ReadsOf(roots);
        search.visit(tree);
        return new Reads(search.found);
    }

    private void visit(CelExpr expression) {
        switch (expression.getKind()) {
            case IDENT -> whole(expression);
            case SELECT -> select(expression.select());
            case CALL -> {
                expression.call().target().ifPresent(this::visit);
                expression.call().args().forEach(this::visit);
            }
            case LIST -> expression.list().elements().forEach(this::visit);
            case STRUCT -> expression.struct().entries().forEach(entry -> visit(entry.value()));
            case MAP ->
                expression.map().entries().forEach(entry -> {
                    visit(entry.key());
                    visit(entry.value());
                });
            case COMPREHENSION -> comprehension(expression.comprehension());
            case CONSTANT, NOT_SET -> {}
        }
    }

    private void select(CelSelect select) {
        CelExpr operand = select.operand();
        if (operand.getKind() == CelExpr.ExprKind.Kind.IDENT && isRoot(operand)) {
            fieldsOf(Nodes.rootName(operand)).add(select.field());
        } else {
            visit(operand);
        }
    }

    private void whole(CelExpr identifier) {
        String name = Nodes.rootName(identifier);
        CelType type = roots.get(name);
        if (type != null && isRoot(identifier)) {
            Set<String> fields = fieldsOf(name);
            if (type.kind() == CelKind.STRUCT || type.kind() == CelKind.DYN) {
                fields.add(Reads.EVERYTHING);
            }
        }
    }

    private void comprehension(CelComprehension macro) {
        visit(macro.iterRange());
        visit(macro.accuInit());
        bound.push(macro.accuVar());
        visit(macro.result());
        bound.push(macro.iterVar());
        bound.push(macro.iterVar2());
        visit(macro.loopCondition());
        visit(macro.loopStep());
        bound.pop();
        bound.pop();
        bound.pop();
    }

    private boolean isRoot(CelExpr identifier) {
        return roots.containsKey(Nodes.rootName(identifier))
                && !bound.contains(identifier.ident().name());
    }

    private Set<String> fieldsOf(String root) {
        return found.computeIfAbsent(root, name -> new TreeSet<>());
    }
}
