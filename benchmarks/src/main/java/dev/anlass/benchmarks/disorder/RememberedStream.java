package dev.anlass.benchmarks.disorder;

import dev.anlass.benchmarks.disorder.PacedRecords.Pace;
import dev.anlass.benchmarks.patterns.ShopRules;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.Decoded.Accepted;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.demo.GeneratedEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Events of many customers in the order of their times, and the rules that read them.
 *
 * @param events each of them once
 */
record RememberedStream(String name, Program program, List<Event> events) {

    private static final int CITY_CUSTOMERS = 500;
    private static final Pace BUSY = new Pace(50, 100, 0);
    private static final int BUSY_EVENTS = 20_000;
    private static final List<String> ABSENCES = List.of("looked-and-left", "basket-left");

    RememberedStream {
        events = List.copyOf(events);
    }

    /** The generated day of a city under the bundled rules; run from the root of the project. */
    static RememberedStream city(long seed) throws IOException {
        Bundle bundle = Objects.requireNonNull(
                Rulebook.load(RuleFiles.read(Path.of("rules")), "bundled").bundle());
        Program program = Program.of(List.of(bundle), Settings.DEFAULT);
        List<byte[]> records = new ArrayList<>();
        try (GeneratedEvents day = new GeneratedEvents(seed, CITY_CUSTOMERS, bundle.fences())) {
            for (byte[] record = day.next(); record != null; record = day.next()) {
                records.add(record);
            }
        }
        return of("city day, bundled rules", program, records);
    }

    /**
     * Customers who do something every two seconds, for seven minutes, under those of the compared rules that say an absence:
     * chains are opened and ended all the time, and next to nothing completes.
     */
    static RememberedStream busyShop(long seed) {
        PacedRecords records = new PacedRecords("", seed, BUSY);
        List<byte[]> all = new ArrayList<>();
        for (int number = 0; number < BUSY_EVENTS; number++) {
            all.add(records.json(number));
        }
        return of("busy shop, two absences", ShopRules.program(ABSENCES), all);
    }

    /**
     * In an order of arrival in which a part of the events is late.
     *
     * @param part from 0 to 1
     * @param mostMillis how much later than it happened a late event arrives at most
     */
    List<Event> arriving(double part, long mostMillis, long seed) {
        record Arriving(long at, Event event) {}
        SplittableRandom random = new SplittableRandom(seed);
        List<Arriving> arriving = new ArrayList<>();
        for (Event event : events) {
            long delay = random.nextDouble() < part ? random.nextLong(mostMillis + 1) : 0;
            arriving.add(new Arriving(event.time() + delay, event));
        }
        arriving.sort(Comparator.comparingLong(Arriving::at));
        return arriving.stream().map(Arriving::event).toList();
    }

    private static RememberedStream of(String name, Program program, List<byte[]> records) {
        Set<String> known = new HashSet<>();
        List<Event> events = new ArrayList<>();
        for (byte[] record : records) {
            Decoded decoded = program.decoder().decode(record, null);
            if (decoded instanceof Accepted accepted
                    && known.add(
                            accepted.event().source() + " " + accepted.event().id())) {
                events.add(accepted.event());
            }
        }
        events.sort(Comparator.<Event, OrderKey>comparing(Event::key));
        return new RememberedStream(name, program, events);
    }
}
