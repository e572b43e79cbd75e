package dev.anlass.jobs.learn;

import dev.anlass.engine.rule.Belief;
import dev.anlass.engine.rule.ScoreCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the counted trials teach as of a time: the cells of a score table, each with its belief and its draw. */
final class Lesson {

    /** Counts are cut to this many parts of one, so that the file says exactly what was drawn from. */
    private static final double PARTS = 1e6;

    private final LearningSettings settings;
    private final long asOf;

    Lesson(LearningSettings settings, long asOf) {
        this.settings = settings;
        this.asOf = asOf;
    }

    private record Name(String action, @Nullable String type) {}

    /** For each action the cell over all types, then those by type. */
    List<ScoreCell> cells(Tally tally) {
        Map<Name, double[]> sums = new TreeMap<>(Comparator.comparing(Name::action)
                .thenComparing(Name::type, Comparator.nullsFirst(Comparator.naturalOrder())));
        tally.counts().forEach((key, counts) -> {
            if (!key.isForgotten(asOf, settings.halfLifeMillis())) {
                add(sums, new Name(key.action(), null), key, counts);
                if (key.type() != null) {
                    add(sums, new Name(key.action(), key.type()), key, counts);
                }
            }
        });
        List<ScoreCell> cells = new ArrayList<>();
        sums.forEach((name, sum) -> cells.add(cell(name, cut(sum[0]), cut(sum[1]))));
        return cells;
    }

    private void add(Map<Name, double[]> sums, Name name, Tally.Key key, Tally.Counts counts) {
        double age = (double) asOf - (double) key.hour() * Tally.HOUR_MILLIS;
        double weight = Math.pow(2, -age / settings.halfLifeMillis());
        double[] sum = sums.computeIfAbsent(name, n -> new double[2]);
        sum[0] += weight * counts.offered();
        sum[1] += weight * counts.accepted();
    }

    private ScoreCell cell(Name name, double offered, double accepted) {
        Belief belief = Belief.of(
                cut(settings.priorAlpha() + accepted), cut(settings.priorBeta() + Math.max(0, offered - accepted)));
        double share = Draw.share(settings.seed(), asOf, name.action(), name.type());
        return new ScoreCell(name.action(), name.type(), offered, accepted, belief, belief.quantile(share));
    }

    private static double cut(double count) {
        return Math.round(count * PARTS) / PARTS;
    }
}
