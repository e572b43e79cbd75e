package dev.anlass.benchmarks.mix;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How large everything in a mix is. Equal shapes give equal rules and equal bytes.
 *
 * @param seed decides everything that is left to chance
 */
public record MixShape(long seed, Rules rules, Traffic traffic, Disorder disorder) {

    /**
     * What is asked of the events.
     *
     * @param matching so many of the triggers read categories that occur; those of the others never do
     * @param shops each has a fence
     * @param schedules how many of the triggers go by a weekly schedule, at most
     * @param countEveryEvent whether metrics count events of every type, so that each event changes the customer's state
     */
    public record Rules(int triggers, int matching, int shops, int schedules, boolean countEveryEvent) {}

    /**
     * What happens.
     *
     * @param customers registered before anything else happens
     * @param withAttributes whether a customer's attributes are registered too, and not only what it permits
     * @param before how many events lie between the registrations and the measured events
     * @param measured how many events are measured
     * @param unread share of events of types that no rule reads among what happens in the app and the web shop
     */
    public record Traffic(int customers, boolean withAttributes, long before, long measured, double unread) {}

    /**
     * How much later than it happened an event arrives: most at once, the others as {@link Delay} says.
     *
     * @param briefly share that comes some seconds later
     * @param longer share that comes at any time up to half a minute later
     * @param tooLate share that comes after the lateness and is rejected
     */
    public record Disorder(double briefly, double longer, double tooLate) {

        public static final Disorder NONE = new Disorder(0, 0, 0);
    }

    private static final long SEED = 20260303;
    private static final Rules RULES = new Rules(1_000, 1_000, 1_000, 5, false);
    private static final Traffic TRAFFIC = new Traffic(200_000, true, 200_000, 1_000_000, 0.59);
    private static final Disorder USUAL = new Disorder(0.03, 0.01, 0.0001);

    /** A shop of 200,000 customers with 1,000 triggers; half of its events are of types that no rule reads. */
    public static final MixShape RETAIL = new MixShape(SEED, RULES, TRAFFIC, USUAL);

    /** The same where every event changes what is remembered of its customer. */
    public static final MixShape EVERY_EVENT_COUNTS = RETAIL.withUnread(0)
            .with(new Rules(RULES.triggers(), RULES.matching(), RULES.shops(), RULES.schedules(), true));

    /** What it says of rules and customers, for those who read figures. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("triggers", rules.triggers());
        facts.put("matching_triggers", rules.matching());
        facts.put("shops", rules.shops());
        facts.put("customers", traffic.customers());
        return facts;
    }

    public MixShape withSeed(long other) {
        return new MixShape(other, rules, traffic, disorder);
    }

    public MixShape with(Rules other) {
        return new MixShape(seed, other, traffic, disorder);
    }

    public MixShape with(Traffic other) {
        return new MixShape(seed, rules, other, disorder);
    }

    public MixShape with(Disorder other) {
        return new MixShape(seed, rules, traffic, other);
    }

    /** With so many triggers, of which some can match. */
    public MixShape withTriggers(int triggers, int matching) {
        return with(new Rules(triggers, matching, rules.shops(), rules.schedules(), rules.countEveryEvent()));
    }

    public MixShape withShops(int shops) {
        return with(new Rules(rules.triggers(), rules.matching(), shops, rules.schedules(), rules.countEveryEvent()));
    }

    /** No trigger goes by a schedule: one wakes every customer, however many events there are. */
    public MixShape withoutSchedules() {
        return with(new Rules(rules.triggers(), rules.matching(), rules.shops(), 0, rules.countEveryEvent()));
    }

    public MixShape withCustomers(int customers) {
        return with(new Traffic(
                customers, traffic.withAttributes(), traffic.before(), traffic.measured(), traffic.unread()));
    }

    /** Of customers nothing is registered but what they permit. */
    public MixShape withoutAttributes() {
        return with(new Traffic(traffic.customers(), false, traffic.before(), traffic.measured(), traffic.unread()));
    }

    /** With so many events, and before them a fifth as many that are not measured. */
    public MixShape withEvents(long measured) {
        return with(
                new Traffic(traffic.customers(), traffic.withAttributes(), measured / 5, measured, traffic.unread()));
    }

    public MixShape withUnread(double share) {
        return with(new Traffic(
                traffic.customers(), traffic.withAttributes(), traffic.before(), traffic.measured(), share));
    }
}
