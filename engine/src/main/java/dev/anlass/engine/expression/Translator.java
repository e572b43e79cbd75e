package dev.anlass.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.SimpleType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Translates a checked tree into computations, from the leaves up.
 *
 * <p>A call whose arguments are all constant is computed here, once.
 */
final class Translator {

    /** What a call with constant arguments reads. */
    private static final Scope NO_SCOPE = new Scope() {
        @Override
        public @Nullable Object read(String root) {
            return null;
        }

        @Override
        public long time() {
            return 0;
        }
    };

    private final CelAbstractSyntaxTree tree;
    private final Map<String, Integer> slots = new HashMap<>();
    private int variables;

    Translator(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    /** How many variables the macros translated so far have. */
    int variables() {
        return variables;
    }

    Computation translate(CelExpr node) {
        return switch (node.getKind()) {
            case CONSTANT -> constant(node.constant());
            case IDENT -> name(node);
            case SELECT -> select(node.select());
            case CALL -> call(node);
            case LIST -> folded(Lists::of, translateAll(node.list().elements()));
            case MAP ->
                folded(
                        entries -> Application.of(CelOperation.of(tree, node), entries),
                        translateAll(Nodes.below(node)));
            case COMPREHENSION -> macro(node.comprehension());
            case STRUCT, NOT_SET -> throw new IllegalStateException("unexpected in a checked tree: " + node);
        };
    }

    private List<Computation> translateAll(List<CelExpr> nodes) {
        return nodes.stream().map(this::translate).toList();
    }

    private static Constant constant(CelConstant constant) {
        return new Constant(
                switch (constant.getKind()) {
                    case BOOLEAN_VALUE -> constant.booleanValue();
                    case INT64_VALUE -> constant.int64Value();
                    case DOUBLE_VALUE -> constant.doubleValue();
                    case STRING_VALUE -> constant.stringValue();
                    case UINT64_VALUE -> constant.uint64Value();
                    case BYTES_VALUE -> constant.bytesValue();
                    case NULL_VALUE -> constant.nullValue();
                    default -> throw new IllegalStateException("unexpected literal: " + constant);
                });
    }

    private Computation name(CelExpr node) {
        String name = Nodes.rootName(node);
        Integer slot = slots.get(node.ident().name());
        if (slot != null) {
            return (scope, variables) -> variables.get(slot);
        }
        boolean isType = tree.getType(node.id()).orElse(SimpleType.DYN).kind() == CelKind.TYPE;
        return isType ? new Constant(CelOperation.typeNamed(tree, node)) : Records.root(name);
    }

    private Computation select(CelSelect select) {
        Computation record = translate(select.operand());
        if (select.testOnly()) {
            return Records.has(record, select.field());
        }
        boolean isRoot = select.operand().getKind() == CelExpr.ExprKind.Kind.IDENT
                && !slots.containsKey(select.operand().ident().name());
        return isRoot
                ? Records.fieldOfRoot(Nodes.rootName(select.operand()), select.field())
                : Records.field(record, select.field());
    }

    private Computation call(CelExpr node) {
        String function = node.call().function();
        if (function.equals(Functions.hidden(Functions.LOCAL_HOUR))) {
            return Clock.hour(translate(node.call().args().get(0)));
        }
        if (function.equals(Functions.hidden(Functions.WEEKDAY))) {
            return Clock.weekday(translate(node.call().args().get(0)));
        }
        List<Computation> operands = translateAll(Nodes.operands(node));
        return switch (function) {
            case Nodes.AND -> Logic.and(operands);
            case Nodes.OR -> Logic.or(operands);
            case Nodes.NOT -> Logic.not(operands.get(0));
            case Nodes.CONDITIONAL -> Logic.conditional(operands.get(0), operands.get(1), operands.get(2));
            case Functions.DISTANCE -> Application.of(Distance::metersBetween, operands.get(0), operands.get(1));
            default -> folded(all -> function(node, all), operands);
        };
    }

    private Computation function(CelExpr node, List<Computation> arguments) {
        String function = node.call().function();
        boolean isComplete = Calls.isComplete(function) && Types.arePlain(tree, Nodes.below(node));
        Computation here = Calls.of(function, arguments, isComplete ? Operation.NONE : CelOperation.of(tree, node));
        return here == null ? Application.of(CelOperation.of(tree, node), arguments) : here;
    }

    private Computation macro(CelComprehension macro) {
        Computation range = translate(macro.iterRange());
        int slot = variables++;
        Integer outer = slots.put(macro.iterVar(), slot);
        Computation translated = Macros.of(macro, range, slot, this::translate);
        if (outer == null) {
            slots.remove(macro.iterVar());
        } else {
            slots.put(macro.iterVar(), outer);
        }
        return translated;
    }

    private static Computation folded(
            java.util.function.Function<List<Computation>, Computation> whole, List<Computation> parts) {
        Computation computation = whole.apply(parts);
        if (!parts.stream().allMatch(Constant.class::isInstance)) {
            return computation;
        }
        Object value = computation.compute(NO_SCOPE, Variables.NONE);
        return value == null ? computation : new Constant(value);
    }
}
