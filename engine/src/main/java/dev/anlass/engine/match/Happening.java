package dev.anlass.engine.match;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.customer.Permission;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.expression.Truth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a fold came upon at one place, told to those who ask why. */
public sealed interface Happening {

    /** Why a chain is no longer open. */
    enum Ending {
        /** An {@code unless} clause was true. */
        UNLESS,
        /** No event can extend it any more. */
        WINDOW,
        /** Another chain of its key took its place. */
        REPLACED,
        /** Too many keys or chains were open. */
        GAVE_WAY,
        /** What it needs is no longer permitted. */
        PERMISSION,
        /** The next bundle changed what it had reached. */
        BUNDLE,
        /** The customer was erased. */
        ERASED,
        /** Its moment is complete. */
        COMPLETED
    }

    /** What needs permission for the data it uses. */
    enum User {
        TRIGGER,
        METRIC
    }

    /** When permission was missing. */
    enum When {
        ARRIVAL,
        EVENT_TIME,
        SINCE_ENTRY,
        DUE
    }

    /** An event that follows from a position, a report of the device or a stay. */
    record Derived(Event event) implements Happening {}

    /** A chain begins. */
    record Opened(String trigger, String step, Chain chain) implements Happening {}

    /** A chain reaches its next step. */
    record MovedUp(String trigger, String step, Chain chain) implements Happening {}

    /** A chain stays on its step and is bound to a newer event. */
    record Rebound(String trigger, Chain chain) implements Happening {}

    /** A step that counts has seen one event more. */
    record Counts(String trigger, String step, Object key, int seen, int needed) implements Happening {}

    /** A chain is complete but for its wait. */
    record Waits(String trigger, Chain chain, long due) implements Happening {}

    /** @param clause number of the {@code unless} clause, from 1; 0 if another cause ended it */
    record Ended(String trigger, Chain chain, Ending ending, int clause) implements Happening {}

    /** An event of a step's type came, and its condition was not true. */
    record Failed(String trigger, String step, String condition, Truth truth, Map<String, Object> values)
            implements Happening {
        public Failed {
            values = Map.copyOf(values);
        }
    }

    /** An event came for a step whose place is taken; {@code keep: first}. */
    record Occupied(String trigger, String step) implements Happening {}

    /** @param needs the data categories that the rule needs */
    record NotPermitted(User user, String rule, String purpose, Set<String> needs, Permission permission, When when)
            implements Happening {}

    /** A consent record was taken; {@code isNewest} unless a newer one of its purpose is known. */
    record Consented(ConsentRecord record, boolean isNewest) implements Happening {}

    /** @param purpose the blocked purpose; null for every purpose */
    record Blocked(@Nullable String purpose) implements Happening {}

    /** A consent record no longer holds. */
    record Expired(ConsentRecord record) implements Happening {}

    /** Another bundle decides from here on. */
    record Switched(String bundle) implements Happening {}

    /** @param value null if the metric has none any more */
    record MetricChanged(
            String metric,
            @Nullable Object before,
            @Nullable Object value) implements Happening {}

    record SegmentChanged(String segment, String before, String type) implements Happening {}

    /** A stay is over, by an exit or in silence. */
    record StayEnded(String fence) implements Happening {}

    /** Another chain that completed with the chosen one, and what {@code prefer} made of it. */
    record Alternative(Object key, Object worth) {}

    /**
     * A moment is complete.
     *
     * @param prefer the text of {@code prefer}; null if there is none
     * @param worth what {@code prefer} made of the chosen chain
     */
    record Found(Match match, @Nullable String prefer, Object worth, List<Alternative> others) implements Happening {
        public Found {
            others = List.copyOf(others);
        }
    }

    /** @param clause number of the {@code until} clause, from 1 */
    record Overtaken(String trigger, String matchId, int clause) implements Happening {}
}
