package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.peers.ShopEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A stream in the order of time: customers with five events a day each, of whom the busiest hundredth makes a tenth of the
 * events; 60 % views, 20 % additions to the basket, 10 % purchases and 10 % visits, over a thousand categories of ten
 * items each. Every other purchase is of the item that the customer added last. No two events have the same time.
 */
public final class ShopDays {

    private static final long BEGIN = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final int EVENTS_A_DAY = 5;
    private static final int CATEGORIES = VisitRule.MOST;
    private static final int ITEMS = 10 * CATEGORIES;

    private final String[] items = names("p", ITEMS);
    private final String[] categories = names("k", CATEGORIES);
    private final String[] customers;
    private final int[] lastAdded;
    private final SplittableRandom random;
    private long next;

    private ShopDays(int customers, long seed) {
        this.customers = names("c", customers);
        this.lastAdded = new int[customers];
        this.random = new SplittableRandom(seed);
    }

    /** All events of two days: the windows of the rules end within the stream. Equal seeds give equal events. */
    public static List<ShopEvent> twoOf(int customers, long seed) {
        ShopDays days = new ShopDays(customers, seed);
        List<ShopEvent> events = new ArrayList<>();
        while (events.size() < 2 * EVENTS_A_DAY * customers) {
            events.add(days.event());
        }
        return events;
    }

    private ShopEvent event() {
        long number = next++;
        long time = BEGIN + (long) (number * DAY_MILLIS / EVENTS_A_DAY / customers.length);
        int customer = random.nextInt(random.nextInt(10) == 0 ? customers.length / 100 : customers.length);
        Kind kind = kind();
        int item = item(kind, customer);
        double price = random.nextInt(10_000) / 100.0;
        return new ShopEvent(
                number, time, kind, customers[customer], items[item], categories[item % CATEGORIES], price);
    }

    private Kind kind() {
        int chance = random.nextInt(10);
        return chance < 6 ? Kind.VIEWED : chance < 8 ? Kind.ADDED : chance < 9 ? Kind.PURCHASED : Kind.VISITED;
    }

    private int item(Kind kind, int customer) {
        int item = random.nextInt(ITEMS);
        if (kind == Kind.ADDED) {
            lastAdded[customer] = item;
        }
        return kind == Kind.PURCHASED && random.nextBoolean() ? lastAdded[customer] : item;
    }

    private static String[] names(String prefix, int count) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = prefix + i;
        }
        return names;
    }
}
