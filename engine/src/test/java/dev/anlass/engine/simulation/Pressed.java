package dev.anlass.engine.simulation;

import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rule.Purpose.Basis;
import dev.anlass.engine.rule.Trigger;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The contacts with one customer, in the order in which they were made: no cap is broken, no rest disturbed. */
final class Pressed {

    private static final Pattern ZONE = Pattern.compile("\"zone\":\"([^\"]+)\"");
    private static final Pattern MARKET = Pattern.compile("\"market\":\"([^\"]+)\"");

    private final World world;
    private final String customer;
    private final List<Decision> contacts = new ArrayList<>();
    private final Set<String> failed = new HashSet<>();
    private final List<String> violations = new ArrayList<>();

    Pressed(World world, String customer) {
        this.world = world;
        this.customer = customer;
    }

    List<String> violations() {
        return violations;
    }

    void failed(String id) {
        if (contacts.stream().anyMatch(contact -> contact.matchId().equals(id))) {
            failed.add(id);
        }
    }

    void contact(Decision made) {
        Bundle bundle = world.rules().numbered(made.bundle());
        Trigger trigger = bundle.triggers().get(made.trigger());
        long cooling = contacts.stream()
                .filter(contact -> contact.trigger().equals(made.trigger()) && counts(contact))
                .filter(contact -> made.decidedAt() - contact.decidedAt() < trigger.cooldownMillis())
                .count();
        if (cooling > 0) {
            violations.add("cooling down: " + made);
        }
        List<ZoneId> zones = zones(bundle);
        for (Policy policy : bundle.policies().values()) {
            if (policy.applies().fits(trigger)) {
                cap(policy, bundle, made, zones);
                rest(policy, made, zones);
            }
        }
        contacts.add(made);
    }

    /** Every zone that the customer may have been in: which one was known when, only the engine says. */
    private List<ZoneId> zones(Bundle bundle) {
        Set<ZoneId> zones = new LinkedHashSet<>(Set.of(ZoneOffset.UTC));
        for (String line : world.lines()) {
            if (line.contains("\"subject\":\"" + customer + "\"")) {
                ZONE.matcher(line).results().forEach(zone -> add(zone.group(1), zones));
                MARKET.matcher(line).results().forEach(market -> add(ofMarket(bundle, market.group(1)), zones));
            }
        }
        return List.copyOf(zones);
    }

    private static String ofMarket(Bundle bundle, String market) {
        return bundle.constants().get("market_zones") instanceof Map<?, ?> zones
                ? String.valueOf(zones.get(market))
                : "";
    }

    private static void add(String name, Set<ZoneId> zones) {
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            zones.add(ZoneId.of(name));
        }
    }

    /** Broken if it is broken in whatever zone the customer was. */
    private void cap(Policy policy, Bundle bundle, Decision made, List<ZoneId> zones) {
        boolean isFree = bundle.purposes().get(made.purpose()).basis() == Basis.CONTRACT;
        if (policy.cap() == null || isFree) {
            return;
        }
        int most =
                policy.cap().bySegment().values().stream().reduce(policy.cap().max(), Math::max);
        if (zones.stream().allMatch(zone -> counted(policy, bundle, made, zone) >= most)) {
            violations.add("over the cap " + policy.name() + ": " + made);
        }
    }

    private long counted(Policy policy, Bundle bundle, Decision made, ZoneId zone) {
        return contacts.stream()
                .filter(contact -> counts(contact)
                        && policy.applies().fits(contact.channel(), contact.purpose(), contact.trigger())
                        && bundle.purposes().get(contact.purpose()).basis() != Basis.CONTRACT
                        && Contacts.isCounted(policy.cap(), zone, contact.decidedAt(), made.decidedAt()))
                .count();
    }

    private void rest(Policy policy, Decision made, List<ZoneId> zones) {
        boolean isOut = made.outcome() == Outcome.EMITTED;
        if (isOut
                && policy.quiet() != null
                && zones.stream().allMatch(zone -> Hours.isQuiet(policy.quiet(), zone, made.decidedAt()))) {
            violations.add("disturbed " + policy.name() + ": " + made);
        }
    }

    private boolean counts(Decision contact) {
        return !failed.contains(contact.matchId());
    }
}
