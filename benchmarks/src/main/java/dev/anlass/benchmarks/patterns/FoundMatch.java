package dev.anlass.benchmarks.patterns;

/**
 * A moment that one of the two found.
 *
 * @param moment source and id of the completing event; for a trigger that waits the instant at which it was due
 */
public record FoundMatch(String trigger, String customer, String moment) {

    public static FoundMatch completedBy(String trigger, String customer, String source, String id) {
        return new FoundMatch(trigger, customer, source + " " + id);
    }

    public static FoundMatch dueAt(String trigger, String customer, long instant) {
        return new FoundMatch(trigger, customer, "due " + instant);
    }
}
