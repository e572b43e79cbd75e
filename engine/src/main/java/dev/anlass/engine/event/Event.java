package dev.anlass.engine.event;

/**
 * Something a customer did, where they were, or what they permitted, at a time.
 *
 * @param customer the pseudonymous id that the event is about
 * @param key its place among the customer's events; carries time, source and id
 * @param type the name of its type in the catalogue
 * @param fields what some rule reads of it
 */
public record Event(String customer, OrderKey key, String type, Fields fields) {

    public long time() {
        return key.time();
    }

    public String source() {
        return key.source();
    }

    public String id() {
        return key.id();
    }

    /** Whether the other event has the same source and id, hence is the same event. */
    public boolean isSameAs(Event other) {
        return id().equals(other.id()) && source().equals(other.source());
    }
}
