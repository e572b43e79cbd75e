package dev.anlass.engine.decide;

import dev.anlass.engine.rule.Belief;
import dev.anlass.engine.rule.ScoreCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The chance with which a winner would have won, had the score table been drawn again.
 *
 * <p>Each cell is drawn by itself from its belief; candidates of one cell share its draw, so that only the one with the
 * highest factor (value times weight) counts. The chance is the integral of the winner's density times the chance of each
 * rival to stay below. It is summed over the quantiles of all beliefs, so that narrow and wide ones are met alike. What has no cell
 * has the propensity 1 in every draw.
 */
final class Chance {

    /** Four places; what has won had some chance. */
    private static final double STEPS = 10_000;

    private final Contestant winner;
    private final List<Contestant> rivals;

    /** One cell with the highest factor, or all that is certain. */
    private record Contestant(@Nullable Belief belief, double factor) {

        /** How probable it is that its score stays below. */
        double below(double score) {
            if (belief == null || factor <= 0) {
                return score >= factor ? 1 : 0;
            }
            return belief.below(score / factor);
        }

        DoubleStream quantiles() {
            return belief == null
                    ? DoubleStream.empty()
                    : Arrays.stream(belief.quantiles()).map(probability -> probability * factor);
        }
    }

    private Chance(Contestant winner, List<Contestant> rivals) {
        this.winner = winner;
        this.rivals = rivals;
    }

    /** @param rivals the other candidates that could have won; each ranks behind the winner */
    static double of(Candidate winner, List<Candidate> rivals) {
        double factor = factor(winner);
        if (rivals.isEmpty() || factor <= 0) {
            return 1;
        }
        Map<ScoreCell, Double> highest = new LinkedHashMap<>();
        List<Contestant> others = new ArrayList<>();
        for (Candidate rival : rivals) {
            if (rival.cell() == null) {
                others.add(new Contestant(null, factor(rival)));
            } else if (!rival.cell().equals(winner.cell())) {
                highest.merge(rival.cell(), factor(rival), Math::max);
            }
        }
        highest.forEach((cell, most) -> others.add(new Contestant(cell.belief(), most)));
        @Nullable ScoreCell cell = winner.cell();
        Contestant won = new Contestant(cell == null ? null : cell.belief(), factor);
        return rounded(new Chance(won, others).exact());
    }

    private static double factor(Candidate candidate) {
        return candidate.score().value() * candidate.score().weight();
    }

    private static double rounded(double chance) {
        return Math.min(1, Math.max(1, Math.round(chance * STEPS)) / STEPS);
    }

    private double exact() {
        if (winner.belief() == null) {
            return rivalsBelow(winner.factor());
        }
        double[] scores = scores();
        double sum = 0;
        double below = winner.below(scores[0]);
        double rest = rivalsBelow(scores[0]);
        for (double score : Arrays.copyOfRange(scores, 1, scores.length)) {
            double belowNext = winner.below(score);
            double restNext = rivalsBelow(score);
            sum += (belowNext - below) * (rest + restNext) / 2;
            below = belowNext;
            rest = restNext;
        }
        return sum;
    }

    /** From what the certain rivals have, which is to be passed, up to the most that the winner can have. */
    private double[] scores() {
        double most = winner.factor();
        double least = 0;
        for (Contestant rival : rivals) {
            least = rival.belief() == null ? Math.max(least, rival.factor()) : least;
        }
        double from = Math.min(least, most);
        List<Contestant> all = new ArrayList<>(rivals);
        all.add(winner);
        return DoubleStream.concat(DoubleStream.of(from, most), Arrays.stream(quantiles(all)))
                .filter(score -> score >= from && score <= most)
                .sorted()
                .toArray();
    }

    private static double[] quantiles(List<Contestant> contestants) {
        return contestants.stream().flatMapToDouble(Contestant::quantiles).toArray();
    }

    private double rivalsBelow(double score) {
        double chance = 1;
        for (Contestant rival : rivals) {
            chance *= rival.below(score);
        }
        return chance;
    }
}
