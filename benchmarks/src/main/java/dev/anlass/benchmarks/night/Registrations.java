package dev.anlass.benchmarks.night;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * How the customers of one partition become known: who they are, that they may be called, and what came into their
 * account. Ticks are among them, and the last record is one. Equal seeds give equal records.
 */
final class Registrations implements Iterator<byte[]> {

    private static final int EVENTS_OF_A_CUSTOMER = 3;
    private static final int CUSTOMERS_BETWEEN_TICKS = 50;
    private static final long FIRST_BIRTHDAY = LocalDate.parse("1945-01-01").toEpochDay();
    private static final long LAST_BIRTHDAY = LocalDate.parse("2005-01-01").toEpochDay();
    private static final double CENTS = 100;

    private final Bank bank;
    private final int partitions;
    private int customer;
    private int said;
    private boolean isTickDue;
    private boolean isOver;

    Registrations(Bank bank, int partition, int partitions) {
        this.bank = bank;
        this.partitions = partitions;
        this.customer = partition;
    }

    @Override
    public boolean hasNext() {
        return !isOver;
    }

    @Override
    public byte[] next() {
        if (isOver) {
            throw new NoSuchElementException();
        }
        if (customer >= bank.customers()) {
            isOver = true;
            return Ticks.at(Night.LAST_REGISTRATION);
        }
        if (isTickDue) {
            isTickDue = false;
            return Ticks.at(time());
        }
        byte[] event = event().getBytes(StandardCharsets.UTF_8);
        advance();
        return event;
    }

    private void advance() {
        said++;
        if (said == EVENTS_OF_A_CUSTOMER) {
            said = 0;
            customer += partitions;
            isTickDue = customer / partitions % CUSTOMERS_BETWEEN_TICKS == 0;
        }
    }

    private long time() {
        long span = Night.LAST_REGISTRATION - Night.FIRST_REGISTRATION - EVENTS_OF_A_CUSTOMER;
        return Night.FIRST_REGISTRATION + span * customer / bank.customers();
    }

    private String event() {
        return switch (said) {
            case 0 -> event("customer.updated", attributes(dice()));
            case 1 -> event("consent.changed", consent());
            default -> event("account.credited", credit(dice()));
        };
    }

    private String event(String type, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"e" + customer + "-" + said + "\",\"source\":\"urn:bank\",\"type\":\""
                + type + "\",\"subject\":\"customer-" + customer + "\",\"time\":\""
                + Instant.ofEpochMilli(time() + said) + "\",\"data\":{" + data + "}}";
    }

    private SplittableRandom dice() {
        return new SplittableRandom((bank.seed() * bank.customers() + customer) * EVENTS_OF_A_CUSTOMER + said);
    }

    private String attributes(SplittableRandom dice) {
        return "\"market\":\"CH\",\"zone\":\"Europe/Zurich\",\"language\":\"de\",\"birthdate\":\""
                + LocalDate.ofEpochDay(dice.nextLong(FIRST_BIRTHDAY, LAST_BIRTHDAY))
                + "\",\"district\":\"d" + dice.nextInt(Bank.KINDS)
                + "\",\"occupation\":\"o" + dice.nextInt(Bank.KINDS)
                + "\",\"advisor\":\"advisor-" + dice.nextInt(bank.advisors()) + "\"";
    }

    private String consent() {
        return "\"record_id\":\"r-" + customer + "\",\"purpose\":\"advisory-contact\",\"status\":\"given\","
                + "\"channels\":[\"advisor\"],\"data\":[\"transactions\",\"profile\"],\"notice\":\"2026-1\"";
    }

    private String credit(SplittableRandom dice) {
        double amount = dice.nextInt((int) (Bank.BANDS * Bank.BAND_WIDTH * CENTS)) / CENTS;
        return "\"account_id\":\"a-" + customer + "\",\"amount\":" + amount
                + ",\"balance\":20000.0,\"operation\":\"transfer\",\"category\":\"salary\"";
    }
}
