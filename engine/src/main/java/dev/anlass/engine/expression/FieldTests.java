package dev.anlass.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lifts out of a condition the tests that it cannot do without: equality of a field with texts, joined by {@code &&}. */
final class FieldTests {

    private static final String EQUAL = "_==_";
    private static final String ONE_OF = "@in";
    private static final String EVENT = "event.";

    private final CelAbstractSyntaxTree tree;

    private FieldTests(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    static List<FieldTest> of(CelAbstractSyntaxTree tree) {
        return new FieldTests(tree).within(tree.getExpr());
    }

    private List<FieldTest> within(CelExpr condition) {
        boolean joins = condition.callOrDefault().function().equals(Nodes.AND);
        List<FieldTest> found = new ArrayList<>();
        for (CelExpr operand : joins ? Nodes.operands(condition) : List.of(condition)) {
            FieldTest test = test(operand);
            if (test != null) {
                found.add(test);
            }
        }
        return List.copyOf(found);
    }

    private @Nullable FieldTest test(CelExpr operand) {
        String function = operand.callOrDefault().function();
        if (!function.equals(EQUAL) && !function.equals(ONE_OF)) {
            return null;
        }
        CelExpr left = operand.call().args().get(0);
        CelExpr right = operand.call().args().get(1);
        if (function.equals(ONE_OF)) {
            return constant(right) instanceof List<?> list ? test(left, list) : null;
        }
        FieldTest test = test(left, List.of(constant(right)));
        return test == null ? test(right, List.of(constant(left))) : test;
    }

    private @Nullable FieldTest test(CelExpr field, List<?> constants) {
        Optional<String> path = Paths.outsideMacros().of(field).filter(name -> name.startsWith(EVENT));
        boolean asksWhetherThere = field.selectOrDefault().testOnly();
        if (path.isEmpty() || asksWhetherThere) {
            return null;
        }
        Set<String> texts = texts(constants);
        List<String> names = Arrays.asList(path.get().substring(EVENT.length()).split("\\."));
        return texts == null ? null : new FieldTest(names, texts);
    }

    /** The node itself if it is not constant. */
    private Object constant(CelExpr node) {
        return new Translator(tree).translate(node) instanceof Constant constant ? constant.value() : node;
    }

    /** Null if not all of them are text. */
    private static @Nullable Set<String> texts(List<?> values) {
        Set<String> texts = new HashSet<>();
        for (Object value : values) {
            if (!(value instanceof String text)) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }
}
