package dev.anlass.jobs.demo.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Three months of an invented bank, the same for the same seed: salaries, rents, cards, some savers, some overdrafts.
 *
 * <p>Each customer has a seed of their own, so that more customers change nothing about the first ones.
 */
public final class BankMonths {

    public static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

    static final LocalDate FIRST_DAY = LocalDate.parse("2025-09-01");
    static final LocalDate LAST_DAY = LocalDate.parse("2025-11-28");

    private static final int BRANCHES = 2;
    private static final int ADVISORS_OF_A_BRANCH = 4;
    private static final double PERMITS_THE_CALL = 0.9;
    private static final double SAVES = 0.3;
    private static final double IS_OFTEN_OVERDRAWN = 0.05;
    private static final double CARD_A_DAY = 0.4;
    private static final double LOAN_A_DAY = 0.0005;

    private final List<Event> events = new ArrayList<>();

    private record Event(Instant time, String id, String json) {}

    private BankMonths() {}

    /** CloudEvents in JSON by their time. */
    public static List<String> of(long seed, int customers) {
        BankMonths months = new BankMonths();
        for (int number = 0; number < customers; number++) {
            months.customer(number, new SplittableRandom(seed * 1_000_003 + number));
        }
        months.events.sort(Comparator.comparing(Event::time).thenComparing(Event::id));
        return months.events.stream().map(Event::json).toList();
    }

    private void customer(int number, SplittableRandom random) {
        String customer = String.format(Locale.ROOT, "c%05d", number);
        register(customer, number, random);
        Account account = new Account(customer, random);
        for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            account.live(day);
        }
    }

    private void register(String customer, int number, SplittableRandom random) {
        int branch = number % BRANCHES;
        int advisor = number / BRANCHES % ADVISORS_OF_A_BRANCH;
        Instant before = FIRST_DAY.atStartOfDay(ZONE).toInstant();
        add(
                before,
                customer + "-customer",
                "customer.updated",
                customer,
                text(
                        """
                {"birthdate":"%d-%02d-%02d","market":"CH","zone":"Europe/Zurich","language":"de","branch":"branch-%d",\
                "advisor":"advisor-%d-%d"}""",
                        1940 + random.nextInt(66),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        branch,
                        branch,
                        advisor));
        if (random.nextDouble() < PERMITS_THE_CALL) {
            add(before, customer + "-consent", "consent.changed", customer, text("""
                    {"record_id":"r-%s","purpose":"advisory-contact","status":"given","channels":["advisor"],\
                    "data":["transactions","profile"],"notice":"v1"}""", customer));
        }
    }

    /** An account and how its owner lives. */
    private final class Account {

        private final String customer;
        private final SplittableRandom random;
        private final long salary;
        private final long rent;
        private final boolean saves;
        private final boolean isOftenOverdrawn;
        private long cents;
        private int movements;

        Account(String customer, SplittableRandom random) {
            this.customer = customer;
            this.random = random;
            this.salary = random.nextLong(3_000_00, 9_500_00);
            this.saves = random.nextDouble() < SAVES;
            this.isOftenOverdrawn = !saves && random.nextDouble() < IS_OFTEN_OVERDRAWN;
            this.rent = saves ? salary / 4 : salary / 2;
            this.cents = isOftenOverdrawn ? -500_00 : random.nextLong(500_00, 45_000_00);
        }

        void live(LocalDate day) {
            if (day.getDayOfMonth() == 1) {
                move(day, 8, -rent, "standing_order");
            }
            if (day.getDayOfMonth() == 25) {
                move(day, 9, salary, "salary");
            }
            if (isOftenOverdrawn && day.getDayOfMonth() == 28) {
                move(day, 10, -random.nextLong(5_00, 40_00), "overdraft_interest");
            }
            if (random.nextDouble() < CARD_A_DAY) {
                move(day, 12 + random.nextInt(8), -random.nextLong(5_00, saves ? 60_00 : 160_00), "card");
            }
            if (random.nextDouble() < LOAN_A_DAY) {
                long payment = random.nextLong(150, 900);
                event(
                        day,
                        15,
                        "loan.granted",
                        text("{\"amount\":%d.0,\"months\":36,\"payment\":%d.0}", payment * 36, payment));
            }
        }

        private void move(LocalDate day, int hour, long amount, String what) {
            cents += amount;
            String word = amount > 0 ? "operation" : "category";
            event(
                    day,
                    hour,
                    amount > 0 ? "account.credited" : "account.debited",
                    text(
                            "{\"account_id\":\"account-%s\",\"amount\":%.2f,\"balance\":%.2f,\"%s\":\"%s\"}",
                            customer, Math.abs(amount) / 100.0, cents / 100.0, word, what));
        }

        private void event(LocalDate day, int hour, String type, String data) {
            LocalTime time = LocalTime.of(hour, random.nextInt(60), random.nextInt(60));
            add(day.atTime(time).atZone(ZONE).toInstant(), customer + "-" + movements++, type, customer, data);
        }
    }

    private void add(Instant time, String id, String type, String customer, String data) {
        events.add(new Event(
                time,
                id,
                text(
                        "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"urn:demo:bank\",\"type\":\"%s\",\"subject\":\"%s\",\"time\":\"%s\",\"data\":%s}",
                        id, type, customer, time, data)));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
