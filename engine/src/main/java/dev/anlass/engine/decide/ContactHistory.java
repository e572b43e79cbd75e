package dev.anlass.engine.decide;

import dev.anlass.engine.rule.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The contacts that were really made with a customer, in the order in which they were decided. Immutable. */
public record ContactHistory(List<Contact> contacts) {

    /** How many contacts are remembered; the oldest give way. */
    public static final int MAX_CONTACTS = Policy.Cap.MOST;

    public static final ContactHistory NONE = new ContactHistory(List.of());

    public ContactHistory {
        contacts = List.copyOf(contacts);
    }

    /** Whether one more contact makes the oldest give way. */
    boolean isFull() {
        return contacts.size() == MAX_CONTACTS;
    }

    public ContactHistory with(Contact contact) {
        List<Contact> longer = new ArrayList<>(contacts);
        longer.add(contact);
        int from = Math.max(0, longer.size() - MAX_CONTACTS);
        return new ContactHistory(longer.subList(from, longer.size()));
    }

    /** Delivery reported that the action did not arrive: it no longer counts. */
    public ContactHistory failed(String actionId) {
        if (contacts.stream().noneMatch(contact -> contact.actionId().equals(actionId) && !contact.failed())) {
            return this;
        }
        return new ContactHistory(contacts.stream()
                .map(contact -> contact.actionId().equals(actionId)
                        ? new Contact(
                                contact.time(), actionId, contact.trigger(), contact.channel(), contact.purpose(), true)
                        : contact)
                .toList());
    }

    /** Without contacts before a time. */
    public ContactHistory since(long time) {
        return contacts.isEmpty() || contacts.get(0).time() >= time
                ? this
                : new ContactHistory(contacts.stream()
                        .filter(contact -> contact.time() >= time)
                        .toList());
    }

    /** Times of the contacts that arrived and that the test accepts, oldest first. */
    List<Long> times(Predicate<Contact> counted) {
        return contacts.stream()
                .filter(contact -> !contact.failed() && counted.test(contact))
                .map(Contact::time)
                .sorted()
                .toList();
    }
}
