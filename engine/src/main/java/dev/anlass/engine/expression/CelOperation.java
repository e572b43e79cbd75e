package dev.anlass.engine.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One function of the CEL standard as cel-java's runtime has it, applied to values that are computed already.
 *
 * <p>The call is cut out of the checked tree; in the place of each argument stands a variable.
 */
final class CelOperation implements Operation {

    private static final String ARGUMENT = "@";

    private final CelRuntime.Program program;

    private CelOperation(CelAbstractSyntaxTree cut) {
        try {
            program = Environment.RUNTIME.createProgram(cut);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked tree was refused by the runtime", e);
        }
    }

    /** The function of a call, or the building of a map from its keys and values. */
    static CelOperation of(CelAbstractSyntaxTree tree, CelExpr call) {
        Map<Long, CelReference> references = new HashMap<>();
        tree.getReference(call.id()).ifPresent(reference -> references.put(call.id(), reference));
        Map<Long, CelType> types = new HashMap<>();
        types.put(call.id(), tree.getType(call.id()).orElse(SimpleType.DYN));
        Queue<CelExpr> arguments = new ArrayDeque<>();
        List<CelExpr> below = Nodes.below(call);
        for (int i = 0; i < below.size(); i++) {
            CelExpr argument = CelExpr.ofIdent(below.get(i).id(), ARGUMENT + i);
            references.put(
                    argument.id(),
                    CelReference.newBuilder().setName(ARGUMENT + i).build());
            types.put(argument.id(), SimpleType.DYN);
            arguments.add(argument);
        }
        return new CelOperation(
                CelAbstractSyntaxTree.newCheckedAst(with(arguments, call), tree.getSource(), references, types));
    }

    /** The value of a name that stands for a type, such as {@code string}. */
    static Object typeNamed(CelAbstractSyntaxTree tree, CelExpr name) {
        Object type = new CelOperation(CelAbstractSyntaxTree.newCheckedAst(
                        name, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap()))
                .apply();
        return Objects.requireNonNull(type, "a type has no value");
    }

    private static CelExpr with(Queue<CelExpr> arguments, CelExpr call) {
        if (call.getKind() == CelExpr.ExprKind.Kind.CALL) {
            Optional<CelExpr> target = call.call().target().map(replaced -> arguments.remove());
            return CelExpr.ofCall(call.id(), target, call.call().function(), ImmutableList.copyOf(arguments));
        }
        ImmutableList.Builder<CelExpr.CelMap.Entry> entries = ImmutableList.builder();
        for (CelExpr.CelMap.Entry entry : call.map().entries()) {
            entries.add(CelExpr.ofMapEntry(entry.id(), arguments.remove(), arguments.remove(), false));
        }
        return CelExpr.ofMap(call.id(), entries.build());
    }

    @Override
    public @Nullable Object apply(Object... arguments) {
        try {
            return program.eval(
                    name -> Optional.of(arguments[Integer.parseInt(name, ARGUMENT.length(), name.length(), 10)]));
        } catch (CelEvaluationException | RuntimeException e) {
            return null; // an error has no value
        }
    }
}
