package dev.anlass.engine.match;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** What is open for a customer, by the name of the trigger. Immutable. */
public record OpenChains(Map<String, TriggerChains> byTrigger) {

    /** How many chains of all triggers are open; beyond it those with the oldest first event give way. */
    public static final int MAX_CHAINS = 1_000;

    public static final OpenChains NONE = new OpenChains(Map.of());

    public OpenChains {
        byTrigger = Collections.unmodifiableMap(new TreeMap<>(byTrigger));
    }

    public TriggerChains of(String trigger) {
        return byTrigger.getOrDefault(trigger, TriggerChains.NONE);
    }

    public OpenChains with(String trigger, TriggerChains chains) {
        if (of(trigger).equals(chains)) {
            return this;
        }
        Map<String, TriggerChains> changed = new HashMap<>(byTrigger);
        if (chains.isEmpty()) {
            changed.remove(trigger);
        } else {
            changed.put(trigger, chains);
        }
        return new OpenChains(changed);
    }

    public OpenChains retain(Predicate<String> wanted) {
        if (byTrigger.keySet().stream().allMatch(wanted)) {
            return this;
        }
        Map<String, TriggerChains> kept = new HashMap<>(byTrigger);
        kept.keySet().removeIf(wanted.negate());
        return new OpenChains(kept);
    }

    /** At most {@link #MAX_CHAINS} chains. */
    OpenChains limited(BiConsumer<String, Chain> gaveWay) {
        OpenChains left = this;
        for (int excess = size() - MAX_CHAINS; excess > 0; excess--) {
            String trigger = left.triggerOfOldest();
            TriggerChains open = left.of(trigger);
            Chain oldest = open.oldest().orElseThrow();
            gaveWay.accept(trigger, oldest);
            left = left.with(trigger, open.without(oldest));
        }
        return left;
    }

    private String triggerOfOldest() {
        return byTrigger.entrySet().stream()
                .filter(entry -> entry.getValue().oldest().isPresent())
                .min(Comparator.comparing(
                        entry -> entry.getValue().oldest().orElseThrow().first().key()))
                .orElseThrow()
                .getKey();
    }

    /** How many chains are open. */
    public int size() {
        int size = 0;
        for (TriggerChains chains : byTrigger.values()) {
            size += chains.chains().size();
        }
        return size;
    }
}
