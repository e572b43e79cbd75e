package dev.anlass.engine.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds regular expressions, written out in a call of {@code matches}, that are wrong or too big. */
final class RegexMistakes {

    private final Offsets offsets;
    private final Map<Long, Integer> positions;
    private final List<Mistake> mistakes = new ArrayList<>();

    private RegexMistakes(Offsets offsets, Map<Long, Integer> positions) {
        this.offsets = offsets;
        this.positions = positions;
    }

    static List<Mistake> in(CelExpr tree, Offsets offsets, Map<Long, Integer> positions) {
        RegexMistakes search = new RegexMistakes(offsets, positions);
        search.visit(tree);
        return search.mistakes;
    }

    private void visit(CelExpr node) {
        if (node.callOrDefault().function().equals("matches")
                && !node.call().args().isEmpty()) {
            CelExpr pattern = node.call().args().get(node.call().args().size() - 1);
            if (pattern.constantOrDefault().getKind() == CelConstant.Kind.STRING_VALUE) {
                test(pattern);
            }
        }
        Nodes.below(node).forEach(this::visit);
    }

    private void test(CelExpr literal) {
        int offset = offsets.ofPosition(positions.getOrDefault(literal.id(), 0));
        try {
            if (Pattern.compile(literal.constant().stringValue()).programSize() > Limits.MAX_REGEX_PROGRAM) {
                mistakes.add(new Mistake(
                        offset,
                        "this regular expression is too big: its program is over " + Limits.MAX_REGEX_PROGRAM,
                        "write smaller repetitions"));
            }
        } catch (PatternSyntaxException e) {
            mistakes.add(new Mistake(offset, "this is no regular expression: " + e.getDescription(), null));
        }
    }
}
