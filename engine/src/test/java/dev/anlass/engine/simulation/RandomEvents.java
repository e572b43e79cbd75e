package dev.anlass.engine.simulation;

import dev.anlass.engine.event.EventType;
import dev.anlass.engine.event.OrderKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Events of a few customers, as lines of JSON in the order of their arrival. */
final class RandomEvents {

    static final List<Instant> STARTS = List.of(
            Instant.parse("2026-03-02T10:00:00Z"),
            Instant.parse("2026-03-29T00:29:00Z"),
            Instant.parse("2026-10-25T00:29:00Z"),
            Instant.parse("2028-02-28T23:59:00Z"),
            Instant.parse("2026-12-31T22:59:00Z"));

    /** A line and when it arrives. */
    private record Line(OrderKey key, long arrives, String json) {}

    private final Dice dice;
    private final long disorderMillis;
    private final List<Line> lines = new ArrayList<>();
    private long time;
    private int number;
    private boolean isPunctual;

    /**
     * Events from a time on.
     *
     * @param start in milliseconds since 1970
     * @param disorderMillis by how much an event may be delayed; 0 for events in order
     */
    RandomEvents(Dice dice, long start, long disorderMillis) {
        this.dice = dice;
        this.time = start;
        this.disorderMillis = disorderMillis;
    }

    List<String> of(int count, int customers) {
        List<String> names = List.of("anna", "ben", "cleo").subList(0, customers);
        isPunctual = true;
        if (dice.chance(90)) {
            names.forEach(this::permit);
        }
        isPunctual = dice.chance(10);
        for (int i = 0; i < count; i++) {
            next(dice.of(names));
        }
        lines.sort(disorderMillis == 0 ? Comparator.comparing(Line::key) : Comparator.comparingLong(Line::arrives));
        List<String> all = new ArrayList<>();
        lines.forEach(line -> all.add(line.json()));
        return Collections.unmodifiableList(all);
    }

    private void next(String customer) {
        time += dice.of(0L, 0L, 1L, 1_000L, 1_000L, 1_000L, 2_500L, 2_500L, 5_000L, 5_000L, 10_000L, 20_000L);
        int kind = dice.below(100);
        if (kind < 65) {
            shopping(customer);
        } else if (kind < 82) {
            place(customer);
        } else if (kind < 89) {
            consent(customer);
        } else if (kind < 94) {
            update(customer);
        } else if (kind < 96) {
            fail(customer);
        } else if (kind < 98) {
            add("tick", customer, "{}");
        } else if (kind < 99) {
            add("ignored", customer, "{\"p\":\"a\"}");
        } else if (dice.chance(25)) {
            add("customer.erased", customer, "{}");
        }
    }

    /** The report that an action did not arrive, which some trigger may have made of some event. */
    private void fail(String customer) {
        OrderKey completing = lines.isEmpty() ? OrderKey.START : dice.of(lines).key();
        String id = Identity.of(customer, dice.of("t1", "t1", "t2", "t3"), completing.source(), completing.id());
        add("action.failed", customer, "{\"action_id\":\"" + id + "\"}");
    }

    private void shopping(String customer) {
        List<String> fields = new ArrayList<>();
        if (dice.chance(92)) {
            fields.add("\"p\":\"" + dice.of("a", "b", "c") + "\"");
        }
        if (dice.chance(92)) {
            fields.add("\"n\":" + dice.below(4));
        }
        if (dice.chance(92)) {
            fields.add("\"x\":" + dice.of("1", "2", "2.5", "4.0"));
        }
        if (dice.chance(80)) {
            fields.add("\"ps\":[" + dice.of("\"a\"", "\"a\",\"b\"", "\"c\"", "") + "]");
        }
        add(dice.of("viewed", "added", "bought"), customer, "{" + String.join(",", fields) + "}");
    }

    private void place(String customer) {
        if (dice.chance(15)) {
            String type = dice.of("fence.entered", "fence.exited");
            add(type, customer, "{\"fence_id\":\"" + dice.of("f1", "f2", "f3") + "\"}");
            return;
        }
        String latitude =
                dice.of("47.0", "47.0", "47.0", "47.0008", "47.00091", "47.00108", "47.002", "46.9995", "47.1");
        String longitude = dice.of("8.5", "8.5", "8.501", "8.5005", "8.4995", "8.50056", "8.5018");
        String accuracy = dice.of("", ",\"accuracy\":10", ",\"accuracy\":30", ",\"accuracy\":31", ",\"accuracy\":500");
        add("location.reported", customer, "{\"lat\":" + latitude + ",\"lon\":" + longitude + accuracy + "}");
    }

    private void permit(String customer) {
        for (String purpose : List.of("offers", "help")) {
            if (dice.chance(85)) {
                record(customer, purpose, "given", "\"behaviour\",\"transactions\",\"location\",\"profile\"");
            }
        }
        if (dice.chance(70)) {
            update(customer);
        }
    }

    private void consent(String customer) {
        if (dice.chance(8)) {
            unreadable(customer);
            return;
        }
        String status = dice.of("given", "given", "given", "given", "withdrawn", "refused", "objected");
        String data = dice.of(
                "\"behaviour\",\"transactions\",\"location\",\"profile\"",
                "\"behaviour\",\"transactions\",\"location\",\"profile\"",
                "\"behaviour\"",
                "\"behaviour\",\"profile\",\"transactions\"",
                "");
        record(customer, dice.of("offers", "offers", "help", "news"), status, data);
    }

    /** At a time of its own: it acts when it arrives, behind everything of its time. */
    private void unreadable(String customer) {
        String purpose = dice.of("", "\"purpose\":\"offers\",", "\"purpose\":\"help\",");
        time++;
        add("consent.changed", customer, "{" + purpose + "\"record_id\":\"r" + number + "\"}");
        time++;
    }

    private void record(String customer, String purpose, String status, String data) {
        String expires = dice.chance(isPunctual ? 8 : 20)
                ? ",\"expires_at\":\"" + Instant.ofEpochMilli(time + dice.of(10_000L, 60_000L, 300_000L)) + "\""
                : "";
        String channels = dice.chance(85) ? "\"push\",\"mail\"" : dice.of("", "\"push\"");
        add(
                "consent.changed",
                customer,
                "{\"record_id\":\"r" + number + "\",\"purpose\":\"" + purpose + "\",\"status\":\"" + status
                        + "\",\"channels\":[" + channels + "],\"data\":[" + data + "]" + expires + "}");
    }

    private void update(String customer) {
        String field = dice.of(
                "\"tier\":1",
                "\"tier\":2",
                "\"tier\":null",
                "\"market\":\"CH\"",
                "\"market\":\"US\"",
                "\"zone\":\"Europe/Zurich\"",
                "\"zone\":\"Australia/Lord_Howe\"",
                "\"zone\":null",
                "\"language\":\"de\"",
                "\"birthdate\":\"2008-02-29\"",
                "\"birthdate\":\"2008-12-31\"");
        add("customer.updated", customer, "{" + field + "}");
    }

    private void add(String type, String customer, String data) {
        String id = dice.of("a", "b", "c") + number++;
        String sequence = dice.chance(15) ? String.valueOf(dice.below(3)) : "";
        String source = "urn:" + dice.of("x", "y");
        String json = "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"" + source + "\",\"type\":\"" + type
                + "\",\"subject\":\"" + customer + "\",\"time\":\"" + Instant.ofEpochMilli(time) + "\""
                + (sequence.isEmpty() ? "" : ",\"sequence\":\"" + sequence + "\"") + ",\"data\":" + data + "}";
        int rank = EventType.isAboutCustomer(type) ? OrderKey.RANK_CUSTOMER : OrderKey.RANK_EVENT;
        OrderKey key = new OrderKey(time, rank, sequence, source, id);
        boolean isDelayed = disorderMillis > 0 && !isPunctual && dice.chance(40);
        long delay = isDelayed ? dice.below((int) disorderMillis / 1000) * 1000L : 0;
        lines.add(new Line(key, time + delay, json));
        if (disorderMillis > 0 && dice.chance(8)) {
            lines.add(new Line(key, time + delay + dice.below((int) disorderMillis), json));
        }
    }
}
