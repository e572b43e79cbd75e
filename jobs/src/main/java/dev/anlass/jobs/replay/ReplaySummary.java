package dev.anlass.jobs.replay;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Effect.Counter;
import dev.anlass.engine.step.Population;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a replay has counted. */
public final class ReplaySummary {

    private final Map<String, Long> rejected = new TreeMap<>();
    private final Map<Counter, Long> counters = new TreeMap<>();
    private final Map<String, TriggerCounts> triggers = new TreeMap<>();
    /** By the triggers of one count; the engine gives the same few lists again and again. */
    private final IdentityHashMap<List<String>, Long> notPermitted = new IdentityHashMap<>();

    private final TriggerCounts all = new TriggerCounts();
    private long events;
    private long accepted;
    private long ticks;
    private long unknownTypes;
    private int customers;
    private int held;

    public ReplaySummary(Iterable<String> triggerNames) {
        triggerNames.forEach(name -> triggers.put(name, new TriggerCounts()));
    }

    void count(Decoded decoded) {
        events++;
        if (decoded instanceof Decoded.Accepted) {
            accepted++;
        } else if (decoded instanceof Decoded.Tick) {
            ticks++;
        } else if (decoded instanceof Decoded.UnknownType) {
            unknownTypes++;
        } else if (decoded instanceof Decoded.Rejected bad) {
            countRejected(bad.rejection().reason());
        }
    }

    void count(Effect effect) {
        if (effect instanceof Effect.Record record) {
            all.count(record.decision());
            of(record.decision().trigger()).count(record.decision());
        } else if (effect instanceof Effect.Reject reject) {
            accepted--;
            countRejected(reject.rejection().reason());
        } else if (effect instanceof Effect.Count count) {
            count(count);
        }
    }

    private void count(Effect.Count count) {
        if (count.counter() == Counter.DUPLICATE) {
            accepted -= count.times();
        }
        if (count.counter() == Counter.NOT_PERMITTED) {
            countNotPermitted(count);
        } else if (count.counter() == Counter.UNKNOWN_CONDITION) {
            all.countUnknownCondition(count.times());
            count.triggers().forEach(trigger -> of(trigger).countUnknownCondition(count.times()));
        } else {
            counters.merge(count.counter(), (long) count.times(), Long::sum);
        }
    }

    /** Counts what another one has counted besides; both are closed. */
    void add(ReplaySummary other) {
        other.rejected.forEach((reason, times) -> rejected.merge(reason, times, Long::sum));
        other.counters.forEach((counter, times) -> counters.merge(counter, times, Long::sum));
        other.triggers.forEach((name, counts) -> of(name).add(counts));
        all.add(other.all);
        events += other.events;
        accepted += other.accepted;
        ticks += other.ticks;
        unknownTypes += other.unknownTypes;
        customers += other.customers;
        held += other.held;
    }

    private void countNotPermitted(Effect.Count count) {
        if (count.triggers().size() == 1) {
            countNotPermitted(count.triggers(), count.times());
        } else {
            notPermitted.merge(count.triggers(), (long) count.times(), Long::sum);
        }
    }

    private void countNotPermitted(List<String> names, long times) {
        all.countNotPermitted(times * names.size());
        names.forEach(name -> of(name).countNotPermitted(times));
    }

    private void countRejected(String reason) {
        rejected.merge(reason, 1L, Long::sum);
    }

    private TriggerCounts of(String trigger) {
        return triggers.computeIfAbsent(trigger, name -> new TriggerCounts());
    }

    public long events() {
        return events;
    }

    /** What it comes to so far, in a few words. */
    public String inWords() {
        return String.format(Locale.ROOT, "%,d events, %,d actions", events, all.emitted());
    }

    /** The end of it all. */
    public void close(Population population) {
        notPermitted.forEach(this::countNotPermitted);
        customers = population.size();
        held = population.held();
    }

    private long matched() {
        return all.decided() + held + counters.getOrDefault(Counter.UNDECIDED_VANISHED, 0L);
    }

    /** How many candidates are still held. */
    public int held() {
        return held;
    }

    /** What became of the matches of each trigger. */
    public Map<String, TriggerCounts> triggers() {
        return Collections.unmodifiableMap(triggers);
    }

    /** Rejected events by the reason. */
    public Map<String, Long> rejected() {
        return Collections.unmodifiableMap(rejected);
    }

    public long accepted() {
        return accepted;
    }

    /** How many customers something is remembered of. */
    public int customers() {
        return customers;
    }

    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("events", events);
        map.put("accepted", accepted);
        map.put("customers", customers);
        map.put("ticks", ticks);
        map.put("unknown_types", unknownTypes);
        map.put("rejected", rejected);
        for (Counter counter : Counter.values()) {
            if (counter != Counter.NOT_PERMITTED && counter != Counter.UNKNOWN_CONDITION) {
                map.put(name(counter), counters.getOrDefault(counter, 0L));
            }
        }
        map.put("matched", matched());
        map.put("held", held);
        map.putAll(all.asMap());
        Map<String, Object> byTrigger = new LinkedHashMap<>();
        triggers.forEach((name, counts) -> byTrigger.put(name, counts.asMap()));
        map.put("triggers", byTrigger);
        return map;
    }

    private static String name(Counter counter) {
        return counter == Counter.DUPLICATE ? "duplicates" : counter.name().toLowerCase(Locale.ROOT);
    }
}
