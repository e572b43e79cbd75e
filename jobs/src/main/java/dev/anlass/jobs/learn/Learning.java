package dev.anlass.jobs.learn;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Learns from logs that end: the decisions first, then the events. */
public final class Learning {

    private final LearningSettings settings;
    private final Map<String, Offer> offers = new HashMap<>();
    private final LogTime time;
    private long records;
    private long unreadable;

    public Learning(LearningSettings settings) {
        this.settings = settings;
        this.time = new LogTime(settings.windowMillis());
    }

    /** Takes a record of the decision log. */
    public void decision(LogRecord record) {
        Notice notice = notice(record);
        if (notice != null) {
            offers.merge(notice.actionId(), Offer.UNKNOWN.with(notice), (known, first) -> known.with(notice));
        }
    }

    /** Takes an event; all decisions must have been taken. */
    public void event(LogRecord record) {
        Notice notice = notice(record);
        if (notice != null) {
            offers.computeIfPresent(notice.actionId(), (id, offer) -> offer.with(notice));
        }
    }

    private @Nullable Notice notice(LogRecord record) {
        records++;
        time.take(record);
        if (record instanceof LogRecord.Unreadable) {
            unreadable++;
        }
        return Notice.of(record, settings);
    }

    public long records() {
        return records;
    }

    public long unreadable() {
        return unreadable;
    }

    /** How far the logs have come, in milliseconds since 1970; {@code Long.MIN_VALUE} if there is no decision. */
    public long newest() {
        return time.newest();
    }

    /** All that is settled by a time. */
    public Tally tally(long asOf) {
        Tally tally = new Tally();
        for (Offer offer : offers.values()) {
            Trial trial = offer.trial(settings.windowMillis(), asOf);
            if (trial != null) {
                tally.add(trial);
            }
        }
        return tally;
    }
}
