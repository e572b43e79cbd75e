package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.peers.ShopEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A stream in the order of time: 200,000 customers of whom the busiest hundredth makes a tenth of the events, a million
 * events a day, 60 % views, 20 % additions to the basket, 10 % purchases and 10 % visits, over a thousand categories of
 * ten items each. Every other purchase is of the item that the customer added last. No two events have the same time.
 */
public final class ShopDays {

    private static final long BEGIN = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    private static final double MILLIS_BETWEEN = 86.4;
    private static final int CUSTOMERS = 200_000;
    private static final int BUSY_CUSTOMERS = CUSTOMERS / 100;
    private static final int CATEGORIES = VisitRule.MOST;
    private static final int ITEMS = 10 * CATEGORIES;

    private final String[] customers = names("c", CUSTOMERS);
    private final String[] items = names("p", ITEMS);
    private final String[] categories = names("k", CATEGORIES);
    private final int[] lastAdded = new int[CUSTOMERS];
    private final SplittableRandom random;
    private long next;

    private ShopDays(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The first events; equal seeds give equal events. */
    public static List<ShopEvent> first(int count, long seed) {
        ShopDays days = new ShopDays(seed);
        List<ShopEvent> events = new ArrayList<>(count);
        while (events.size() < count) {
            events.add(days.event());
        }
        return events;
    }

    private ShopEvent event() {
        long number = next++;
        long time = BEGIN + (long) (number * MILLIS_BETWEEN);
        int customer = random.nextInt(10) == 0 ? random.nextInt(BUSY_CUSTOMERS) : random.nextInt(CUSTOMERS);
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
