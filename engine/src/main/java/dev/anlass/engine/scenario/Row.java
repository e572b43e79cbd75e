package dev.anlass.engine.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the comparison: what was expected beside what happened.
 *
 * @param expected null if nothing was
 * @param happened null if nothing did
 */
record Row(@Nullable Expectation expected, @Nullable Happening happened) {

    /** Every expectation beside what meets it, else beside what comes nearest; then what nobody expected. */
    static List<Row> compare(List<Expectation> expected, List<Happening> happened) {
        List<Happening> left = new ArrayList<>(happened);
        List<@Nullable Happening> met = new ArrayList<>();
        for (Expectation expectation : expected) {
            met.add(take(left, expectation, false));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            Happening meets = met.get(i);
            rows.add(new Row(expected.get(i), meets != null ? meets : take(left, expected.get(i), true)));
        }
        left.forEach(unexpected -> rows.add(new Row(null, unexpected)));
        rows.sort(Comparator.comparingLong(Row::time));
        return rows;
    }

    /** Takes away what meets the expectation, or only happened at its time. */
    private static @Nullable Happening take(List<Happening> left, Expectation expectation, boolean onlyTime) {
        for (Happening happening : left) {
            if (onlyTime ? happening.time() == expectation.time() : expectation.isMetBy(happening)) {
                left.remove(happening);
                return happening;
            }
        }
        return null;
    }

    boolean isMet() {
        return expected != null && happened != null && expected.isMetBy(happened);
    }

    private long time() {
        return expected != null ? expected.time() : happened != null ? happened.time() : 0;
    }
}
