package dev.anlass.engine.match;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What is open for a customer, by the name of the trigger. Immutable. */
public record OpenChains(Map<String, TriggerChains> byTrigger) {

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

    /** How many chains are open. */
    public int size() {
        int size = 0;
        for (TriggerChains chains : byTrigger.values()) {
            size += chains.chains().size();
        }
        return size;
    }
}
