package dev.anlass.engine.step;

import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.FoldListener;
import dev.anlass.engine.match.Happening;
import dev.anlass.engine.match.Match;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a fold comes upon, place by place. */
final class Collector implements FoldListener {

    /**
     * What lies at one place: one instant is decided together.
     *
     * @param expired the consent records in force, if one of them expired here; else null
     */
    record Found(
            OrderKey place,
            List<Match> matches,
            Set<String> overtaken,
            @Nullable Consents expired) {}

    /** Something that the fold counted. */
    record Counted(Counter counter, List<String> triggers) {}

    private final Observer observer;
    private List<Found> found = List.of();
    private List<Counted> counted = List.of();
    private List<Match> matches = List.of();
    private Set<String> overtaken = Set.of();
    private long lastDue = Long.MIN_VALUE;

    Collector(Observer observer) {
        this.observer = observer;
    }

    @Override
    public boolean isAttentive() {
        return observer.isAttentive();
    }

    @Override
    public void happened(OrderKey place, Happening happening) {
        observer.happened(place, happening);
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

    Set<String> allOvertaken() {
        Set<String> all = new LinkedHashSet<>();
        found.forEach(place -> all.addAll(place.overtaken()));
        return all;
    }

    @Override
    public void found(Match match) {
        matches = matches.isEmpty() ? new ArrayList<>() : matches;
        matches.add(match);
    }

    @Override
    public void overtaken(String matchId) {
        overtaken = overtaken.isEmpty() ? new LinkedHashSet<>() : overtaken;
        overtaken.add(matchId);
    }

    @Override
    public void counted(Counter counter, List<String> triggers) {
        counted = counted.isEmpty() ? new ArrayList<>() : counted;
        counted.add(new Counted(counter, triggers));
    }

    @Override
    public void consentExpired(long instant, Consents consents) {
        add(new Found(OrderKey.before(instant), List.of(), Set.of(), consents));
    }

    @Override
    public void cameDue(long instant) {
        lastDue = Math.max(lastDue, instant);
    }

    @Override
    public void placeDone(OrderKey place) {
        if (!matches.isEmpty() || !overtaken.isEmpty()) {
            add(new Found(place, matches, overtaken, null));
            matches = List.of();
            overtaken = Set.of();
        }
    }

    /** Most inputs come upon nothing: no list is made before there is something to put in. */
    private void add(Found next) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(next);
    }
}
