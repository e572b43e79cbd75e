package dev.anlass.engine.match;

import dev.anlass.engine.event.ByName;
import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** What is open for a customer, by the name of the trigger. Immutable. */
public record OpenChains(ByName<TriggerChains> byTrigger) {

    /** How many chains of all triggers are open; beyond it those with the oldest first event give way. */
    public static final int MAX_CHAINS = 1_000;

    public static final OpenChains NONE = new OpenChains(ByName.empty());

    public TriggerChains of(String trigger) {
        return byTrigger.getOrDefault(trigger, TriggerChains.NONE);
    }

    public OpenChains with(String trigger, TriggerChains chains) {
        TriggerChains known = of(trigger);
        if (known == chains || known.equals(chains)) {
            return this;
        }
        return new OpenChains(chains.isEmpty() ? byTrigger.without(trigger) : byTrigger.with(trigger, chains));
    }

    public OpenChains retain(Predicate<String> wanted) {
        ByName<TriggerChains> kept = byTrigger.retain(wanted);
        return kept == byTrigger ? this : new OpenChains(kept);
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
        for (int i = 0; i < byTrigger.size(); i++) {
            size += byTrigger.valueAt(i).chains().size();
        }
        return size;
    }
}
