package dev.anlass.engine.expression;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds what a checked tree reads of its roots; variables of macros are no roots. */
final class ReadsOf {

    private final ImmutableMap<String, CelType> roots;
    private final Map<String, Set<String>> found = new TreeMap<>();

    private ReadsOf(ImmutableMap<String, CelType> roots) {
        this.roots = roots;
    }

    static Reads of(CelExpr tree, ImmutableMap<String, CelType> roots) {
        ReadsOf search = new ReadsOf(roots);
        search.visit(tree, Paths.outsideMacros());
        return new Reads(search.found);
    }

    private void visit(CelExpr node, Paths paths) {
        switch (node.getKind()) {
            case IDENT -> root(node, paths).ifPresent(this::whole);
            case SELECT -> {
                Optional<String> root = root(node.select().operand(), paths);
                root.ifPresentOrElse(
                        name -> fieldsOf(name).add(node.select().field()),
                        () -> visit(node.select().operand(), paths));
            }
            case COMPREHENSION -> {
                visit(node.comprehension().iterRange(), paths);
                visit(node.comprehension().loopStep(), paths.inside(node.comprehension()));
            }
            default -> Nodes.below(node).forEach(child -> visit(child, paths));
        }
    }

    private Optional<String> root(CelExpr node, Paths paths) {
        return node.getKind() == CelExpr.ExprKind.Kind.IDENT
                ? paths.of(node).filter(roots::containsKey)
                : Optional.empty();
    }

    private void whole(String root) {
        CelKind kind = Objects.requireNonNull(roots.get(root)).kind();
        Set<String> fields = fieldsOf(root);
        if (kind == CelKind.STRUCT || kind == CelKind.DYN) {
            fields.add(Reads.EVERYTHING);
        }
    }

    private Set<String> fieldsOf(String root) {
        return found.computeIfAbsent(root, name -> new TreeSet<>());
    }
}
