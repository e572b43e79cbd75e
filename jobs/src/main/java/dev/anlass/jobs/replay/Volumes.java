package dev.anlass.jobs.replay;

import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.step.Effect;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a bundle makes of events, in numbers: of some customers, or of all. */
public final class Volumes {

    private static final String EMITTED = Outcome.EMITTED.word();

    private final ReplaySummary summary;
    private final SortedMap<String, SortedMap<LocalDate, Long>> byDay = new TreeMap<>();
    private final SortedMap<String, Long> wouldGoOut = new TreeMap<>();
    private final SortedMap<String, Long> reachedBy = new TreeMap<>();
    private final SortedMap<Overlap, Long> overlaps = new TreeMap<>();
    private long reached;

    Volumes(Iterable<String> triggers) {
        this.summary = new ReplaySummary(triggers);
    }

    void count(Effect effect) {
        summary.count(effect);
        if (effect instanceof Effect.Record record) {
            count(record.decision());
        }
    }

    private void count(Decision decision) {
        if (decision.outcome() == Outcome.EMITTED) {
            LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(decision.time()), ZoneOffset.UTC);
            byDay.computeIfAbsent(decision.trigger(), trigger -> new TreeMap<>())
                    .merge(day, 1L, Long::sum);
        } else if (EMITTED.equals(decision.would())) {
            wouldGoOut.merge(decision.trigger(), 1L, Long::sum);
        }
    }

    void count(Reach reach) {
        for (SortedSet<String> triggers : reach.triggers().values()) {
            reached++;
            List<String> names = new ArrayList<>(triggers);
            for (int i = 0; i < names.size(); i++) {
                reachedBy.merge(names.get(i), 1L, Long::sum);
                for (int k = i + 1; k < names.size(); k++) {
                    overlaps.merge(new Overlap(names.get(i), names.get(k)), 1L, Long::sum);
                }
            }
        }
    }

    /** Counts those of other customers besides. */
    void add(Volumes others) {
        summary.add(others.summary);
        others.byDay.forEach((trigger, days) -> {
            SortedMap<LocalDate, Long> mine = byDay.computeIfAbsent(trigger, name -> new TreeMap<>());
            days.forEach((day, times) -> mine.merge(day, times, Long::sum));
        });
        others.wouldGoOut.forEach((trigger, times) -> wouldGoOut.merge(trigger, times, Long::sum));
        others.reachedBy.forEach((trigger, customers) -> reachedBy.merge(trigger, customers, Long::sum));
        others.overlaps.forEach((overlap, customers) -> overlaps.merge(overlap, customers, Long::sum));
        reached += others.reached;
    }

    /** What a replay of the same events counts. */
    public ReplaySummary summary() {
        return summary;
    }

    /** How many actions of a trigger went out, by the day of the match's instant in UTC; days without any are left out. */
    public SortedMap<LocalDate, Long> byDay(String trigger) {
        return Collections.unmodifiableSortedMap(byDay.getOrDefault(trigger, Collections.emptySortedMap()));
    }

    /** The days on which actions went out. */
    public SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        byDay.values().forEach(volumes -> days.addAll(volumes.keySet()));
        return days;
    }

    /** How many actions of a trigger that is only watched would have gone out. */
    public long wouldGoOut(String trigger) {
        return wouldGoOut.getOrDefault(trigger, 0L);
    }

    /** How many customers at least one action of a trigger went out to. */
    public long reachedBy(String trigger) {
        return reachedBy.getOrDefault(trigger, 0L);
    }

    /** How many customers at least one action went out to. */
    public long reached() {
        return reached;
    }

    /** How many customers actions of both triggers went out to. */
    public SortedMap<Overlap, Long> overlaps() {
        return Collections.unmodifiableSortedMap(overlaps);
    }
}
