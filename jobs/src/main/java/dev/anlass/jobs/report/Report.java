package dev.anlass.jobs.report;

import dev.anlass.jobs.learn.LogRecord;
import dev.anlass.jobs.learn.LogRecord.Decided;
import dev.anlass.jobs.learn.LogRecord.Happened;
import dev.anlass.jobs.learn.LogTime;
import dev.anlass.jobs.report.Difference.Share;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The report over logs: the decisions first, then the events.
 *
 * <p>It remembers the first win of each trigger for each customer, and a few bytes of each record: one that comes twice, as
 * delivery at least once may do, counts once. Whom the control group
 * keeps back has won like everybody else, so that the two sides differ by the action alone; what was revoked later stays where it was.
 */
public final class Report {

    private static final String ACCEPTED = "action.accepted";

    private final @Nullable String outcome;
    private final long withinMillis;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<TriggerTally> tallies = new ArrayList<>();
    private final ActionIndex actions = new ActionIndex();
    private final ActionIndex seen = new ActionIndex();
    private final Map<String, Map<Integer, Exposure>> customers = new HashMap<>();
    private final LogTime time;
    private long records;
    private long unreadable;

    /** @param outcome type of the event that actions are to bring about; null if none was asked for */
    public Report(@Nullable String outcome, long withinMillis) {
        this.outcome = outcome;
        this.withinMillis = withinMillis;
        this.time = new LogTime(withinMillis);
    }

    /** Takes a record of the decision log. */
    public void decision(LogRecord record) {
        count(record);
        if (record instanceof Decided decided) {
            int number = numbers.computeIfAbsent(decided.trigger(), this::next);
            if (seen.put(decided.id() + "/" + decided.revision(), number)) {
                take(decided, number);
            }
        }
    }

    private void take(Decided decided, int number) {
        tallies.get(number).count(decided);
        if (decided.isEmitted()) {
            actions.put(decided.id(), number);
        }
        if (outcome != null && (decided.isEmitted() || decided.isHeldOut())) {
            customers
                    .computeIfAbsent(decided.customer(), customer -> new HashMap<>(2))
                    .computeIfAbsent(number, trigger -> new Exposure())
                    .won(decided.decidedAt(), decided.isHeldOut());
        }
    }

    private int next(String trigger) {
        tallies.add(new TriggerTally());
        return tallies.size() - 1;
    }

    /** Takes an event; all decisions must have been taken. */
    public void event(LogRecord record) {
        count(record);
        if (record instanceof Happened happened) {
            if (happened.type().equals(ACCEPTED) && happened.actionId() != null) {
                int number = actions.take(happened.actionId());
                if (number >= 0) {
                    tallies.get(number).accept();
                }
            }
            if (happened.type().equals(outcome) && happened.customer() != null) {
                customers
                        .getOrDefault(happened.customer(), Map.of())
                        .values()
                        .forEach(exposure -> exposure.outcome(happened.time(), withinMillis));
            }
        }
    }

    private void count(LogRecord record) {
        records++;
        time.take(record);
        unreadable += record instanceof LogRecord.Unreadable ? 1 : 0;
    }

    public long records() {
        return records;
    }

    public long unreadable() {
        return unreadable;
    }

    /** By the names of the triggers. */
    public List<TriggerReport> triggers() {
        Sides[] sides = new Sides[tallies.size()];
        java.util.Arrays.setAll(sides, number -> new Sides());
        customers.values().forEach(won -> won.forEach((number, exposure) -> sides[number].add(exposure)));
        List<TriggerReport> reports = new ArrayList<>();
        new TreeMap<>(numbers)
                .forEach((trigger, number) -> reports.add(tallies.get(number)
                        .report(trigger, outcome == null ? null : sides[number].difference(), sides[number].open)));
        return reports;
    }

    /** The customers of one trigger, with the action and without. */
    private final class Sides {

        private final long[] exposed = new long[2];
        private final long[] successes = new long[2];
        private long open;

        void add(Exposure exposure) {
            if (exposure.isOpen(time.newest(), withinMillis)) {
                open++;
                return;
            }
            int side = exposure.isHeldOut() ? 1 : 0;
            exposed[side]++;
            successes[side] += exposure.isSuccess() ? 1 : 0;
        }

        Difference difference() {
            return new Difference(new Share(successes[0], exposed[0]), new Share(successes[1], exposed[1]));
        }
    }
}
