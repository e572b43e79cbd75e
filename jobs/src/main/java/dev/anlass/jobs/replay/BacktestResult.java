package dev.anlass.jobs.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a backtest.
 *
 * @param volumes of each bundle, in the order in which they were given
 * @param compared of the customers of the first two; null if there was only one
 */
public record BacktestResult(
        List<Volumes> volumes, @Nullable Compared compared) {

    /** How many customers actions of both bundles went out to, and of one of them only. */
    public record Compared(long both, long onlyFirst, long onlySecond) {
        static final Compared NOBODY = new Compared(0, 0, 0);

        static Compared of(Reach first, Reach second) {
            long both = first.customers().stream()
                    .filter(second.customers()::contains)
                    .count();
            return new Compared(
                    both, first.customers().size() - both, second.customers().size() - both);
        }

        Compared and(Compared others) {
            return new Compared(both + others.both, onlyFirst + others.onlyFirst, onlySecond + others.onlySecond);
        }
    }

    public BacktestResult {
        volumes = List.copyOf(volumes);
    }
}
