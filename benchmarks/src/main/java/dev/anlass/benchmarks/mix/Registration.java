package dev.anlass.benchmarks.mix;

import static dev.anlass.benchmarks.mix.MixEvent.plain;
import static dev.anlass.benchmarks.mix.MixEvent.text;

import java.util.List;

/** Who a customer is and what it permitted. */
final class Registration {

    private static final List<String> MARKETS = List.of("CH", "DE", "AT", "FR", "IT");
    private static final List<String> LANGUAGES = List.of("de", "en", "de-CH", "en-GB");
    private static final List<String> TIERS = List.of("none", "silver", "gold");
    private static final int FIRST_BIRTH_YEAR = 1945;
    private static final int LAST_BIRTH_YEAR = 2010;
    private static final long DICE = 1L << 40;

    private final Dice dice;
    private final int customer;
    private final long time;

    Registration(long seed, int customer, long time) {
        this.dice = new Dice(seed, DICE + customer);
        this.customer = customer;
        this.time = time;
    }

    /** Without the attributes there is one event, or none. */
    List<MixEvent> events(boolean withAttributes) {
        List<MixEvent> all = events();
        return withAttributes ? all : all.subList(1, all.size());
    }

    /** One or two events, the attributes first: of a part of the customers nobody knows what they permit. */
    private List<MixEvent> events() {
        MixEvent attributes = MixEvent.prompt("customer.updated", customer, time, attributes());
        return switch (dice.weighted(80, 7, 5, 8)) {
            case 0 ->
                List.of(attributes, consent(customer, time + 1, "given", "[\"behaviour\",\"location\",\"profile\"]"));
            case 1 -> List.of(attributes, consent(customer, time + 1, "given", "[\"behaviour\",\"profile\"]"));
            case 2 -> List.of(attributes, consent(customer, time + 1, "refused", "[]"));
            default -> List.of(attributes);
        };
    }

    /** Somebody says again, or takes back, what it permits. */
    static MixEvent changeOfMind(int customer, long time, Dice dice) {
        return dice.chance(0.8)
                ? consent(customer, time, "given", "[\"behaviour\",\"location\",\"profile\"]")
                : consent(customer, time, "withdrawn", "[]");
    }

    static MixEvent newTier(int customer, long time, Dice dice) {
        return MixEvent.prompt("customer.updated", customer, time, text("tier", TIERS.get(dice.below(TIERS.size()))));
    }

    private String attributes() {
        String birthdate = "%d-%02d-%02d"
                .formatted(dice.between(FIRST_BIRTH_YEAR, LAST_BIRTH_YEAR), dice.between(1, 12), dice.between(1, 28));
        return String.join(
                ",",
                text("market", MARKETS.get(dice.weighted(78, 12, 5, 3, 2))),
                text("language", LANGUAGES.get(dice.weighted(60, 15, 20, 5))),
                text("birthdate", birthdate),
                text("tier", TIERS.get(dice.weighted(70, 20, 10))));
    }

    private static MixEvent consent(int customer, long time, String status, String data) {
        String fields = String.join(
                ",",
                text("record_id", "r" + customer + "-" + time),
                text("purpose", "personalised-offers"),
                text("status", status),
                plain("channels", status.equals("given") ? "[\"push\"]" : "[]"),
                plain("data", data),
                text("notice", "2026-1"));
        return MixEvent.prompt("consent.changed", customer, time, fields);
    }
}
