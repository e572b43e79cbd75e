package dev.anlass.engine.step;

import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.FoldListener;
import dev.anlass.engine.match.Match;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what a fold comes upon, place by place. */
final class Collector implements FoldListener {

    /** What lies at one place: one instant is decided together. */
    record Found(OrderKey place, List<Match> matches, Set<String> overtaken) {}

    /** Something that the fold counted. */
    record Counted(Counter counter, String trigger) {}

    private final List<Found> found = new ArrayList<>();
    private final List<Counted> counted = new ArrayList<>();
    private List<Match> matches = new ArrayList<>();
    private Set<String> overtaken = new LinkedHashSet<>();
    private long lastDue = Long.MIN_VALUE;
    private long lastTime = Long.MIN_VALUE;

    static Collector silent() {
        return new Collector();
    }

    List<Found> found() {
        return found;
    }

    List<Counted> countedHere() {
        return counted;
    }

    /** The newest due instant that was told. */
    long lastDue() {
        return lastDue;
    }

    /** The time of the last place that was told. */
    long lastTime() {
        return lastTime;
    }

    Set<String> allOvertaken() {
        Set<String> all = new LinkedHashSet<>();
        found.forEach(place -> all.addAll(place.overtaken()));
        return all;
    }

    @Override
    public void found(Match match) {
        matches.add(match);
    }

    @Override
    public void overtaken(String matchId) {
        overtaken.add(matchId);
    }

    @Override
    public void counted(Counter counter, String trigger) {
        counted.add(new Counted(counter, trigger));
    }

    @Override
    public void cameDue(long instant) {
        lastDue = Math.max(lastDue, instant);
    }

    @Override
    public void placeDone(OrderKey place) {
        if (place.rank() != OrderKey.RANK_NOW) {
            lastTime = Math.max(lastTime, place.time());
        }
        if (!matches.isEmpty() || !overtaken.isEmpty()) {
            found.add(new Found(place, matches, overtaken));
            matches = new ArrayList<>();
            overtaken = new LinkedHashSet<>();
        }
    }
}
