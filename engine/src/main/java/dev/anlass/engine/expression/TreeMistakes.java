package dev.anlass.engine.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds in a parsed tree what CEL permits and this engine does not: messages, and regular expressions that are wrong or
 * too big.
 */
final class TreeMistakes {

    private final Offsets offsets;
    private final Map<Long, Integer> positions;
    private final List<Mistake> mistakes = new ArrayList<>();

    private TreeMistakes(String text, Map<Long, Integer> positions) {
        this.offsets = new Offsets(text);
        this.positions = positions;
    }

    static List<Mistake> of(String text, CelAbstractSyntaxTree parsed) {
        TreeMistakes search = new TreeMistakes(text, parsed.getSource().getPositionsMap());
        search.visit(parsed.getExpr());
        return search.mistakes;
    }

    private void visit(CelExpr node) {
        if (node.getKind() == CelExpr.ExprKind.Kind.STRUCT) {
            mistakes.add(new Mistake(
                    offsetOf(node), "an expression cannot build a message", "expected: a map, such as {'price': 1.0}"));
        }
        List<CelExpr> below = Nodes.below(node);
        if (node.callOrDefault().function().equals("matches") && !below.isEmpty()) {
            testRegex(below.get(below.size() - 1));
        }
        below.forEach(this::visit);
    }

    private void testRegex(CelExpr pattern) {
        if (pattern.constantOrDefault().getKind() != CelConstant.Kind.STRING_VALUE) {
            return;
        }
        try {
            if (Pattern.compile(pattern.constant().stringValue()).programSize() > Limits.MAX_REGEX_PROGRAM) {
                mistakes.add(new Mistake(
                        offsetOf(pattern),
                        "this regular expression is too big: its program is over " + Limits.MAX_REGEX_PROGRAM,
                        "expected: smaller repetitions"));
            }
        } catch (PatternSyntaxException e) {
            mistakes.add(new Mistake(offsetOf(pattern), "this is no regular expression: " + e.getDescription(), null));
        }
    }

    private int offsetOf(CelExpr node) {
        return offsets.ofPosition(positions.getOrDefault(node.id(), 0));
    }
}
