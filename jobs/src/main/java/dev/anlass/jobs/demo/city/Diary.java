package dev.anlass.jobs.demo.city;

import java.util.ArrayList;
import java.util.List;

/** What one person does in one episode, written down event by event. */
final class Diary {

    static final String SHOP = "urn:city-day:shop";
    static final String PHONE = "urn:city-day:phone";
    static final String BANK = "urn:city-day:bank";
    static final String NETWORK = "urn:city-day:network";
    static final String CUSTOMERS = "urn:city-day:customers";

    private final String customer;
    private final String episode;
    private final List<CityEvent> events = new ArrayList<>();

    /** @param episode names it among the episodes of this person */
    Diary(Person person, String episode) {
        this.customer = person.id();
        this.episode = episode;
    }

    /** A new event without data, not yet written down. */
    CityEvent event(String source, String type, long time) {
        String id = customer + "-" + episode + "-" + (events.size() + 1);
        return CityEvent.of(id, source, type, customer, time);
    }

    void add(CityEvent event) {
        events.add(event);
    }

    /** Text that names something of this episode, such as an order. */
    String name(String what) {
        return what + "-" + customer + "-" + episode;
    }

    List<CityEvent> events() {
        return events;
    }
}
