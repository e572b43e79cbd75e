package dev.anlass.engine.decide;

import dev.anlass.engine.rule.Channel;
import dev.anlass.engine.rule.ScoreTables;
import dev.anlass.engine.rule.Trigger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The candidates of one instant, by rank: who competes with whom, who has won, and how probable that was. */
final class Competition {

    private final List<Candidate> ranked;
    private final Set<String> overtaken;
    private final ScoreTables scores;
    private final Map<String, String> winners = new HashMap<>();

    /**
     * Of the candidates of one instant.
     *
     * @param overtaken ids of the matches that cannot win any more
     */
    Competition(List<Candidate> candidates, Set<String> overtaken, ScoreTables scores) {
        this.ranked = candidates.stream().sorted(Candidate.ORDER).toList();
        this.overtaken = overtaken;
        this.scores = scores;
    }

    List<Candidate> ranked() {
        return ranked;
    }

    boolean isOvertaken(Candidate candidate) {
        return overtaken.contains(candidate.match().id());
    }

    /** How long the first candidate waits for rivals, in milliseconds. */
    static long collectFor(Candidate candidate) {
        Channel channel = candidate.bundle().channels().get(candidate.trigger().channel());
        return channel == null ? 0 : channel.collectForMillis();
    }

    static boolean waitsForRivals(Candidate candidate) {
        return collectFor(candidate) > 0 && !candidate.isCollected();
    }

    private static boolean isAlone(Candidate candidate) {
        return collectFor(candidate) == Channel.NOBODY_COMPETES;
    }

    /** The match that has won already against this candidate; null if none has. */
    @Nullable
    String winner(Candidate candidate) {
        return isAlone(candidate) ? null : winners.get(candidate.trigger().channel());
    }

    void wins(Candidate candidate) {
        winners.put(candidate.trigger().channel(), candidate.match().id());
    }

    /** The others of the same channel. */
    List<Candidate> rivals(Candidate candidate) {
        String channel = candidate.trigger().channel();
        return ranked.stream()
                .filter(other -> other != candidate && other.trigger().channel().equals(channel))
                .toList();
    }

    /**
     * How probable it was that this candidate wins, among those of its channel that pass gates 1 to 6.
     *
     * @param gates as they were for the winner
     */
    double chance(Candidate winner, Gates gates) {
        if (isAlone(winner) || scores.at(winner.moment()) == null) {
            return 1;
        }
        Gates unheard = gates.unheard();
        int rank = ranked.indexOf(winner);
        List<Candidate> couldHaveWon = rivals(winner).stream()
                .filter(rival -> ranked.indexOf(rival) > rank
                        && rival.trigger().state() != Trigger.State.SHADOW
                        && !isOvertaken(rival)
                        && !waitsForRivals(rival)
                        && unheard.rule(rival).isPassed())
                .toList();
        return Chance.of(winner, couldHaveWon);
    }
}
