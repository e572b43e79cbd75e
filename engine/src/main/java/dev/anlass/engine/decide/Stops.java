package dev.anlass.engine.decide;

import java.util.Set;

/**
 * What people have stopped by hand: all actions, those of some channels, or those of some triggers.
 *
 * @param all whether nothing goes out at all
 * @param channels by name
 * @param triggers by name
 */
public record Stops(boolean all, Set<String> channels, Set<String> triggers) {

    public static final Stops NONE = new Stops(false, Set.of(), Set.of());

    public Stops {
        channels = Set.copyOf(channels);
        triggers = Set.copyOf(triggers);
    }

    /** Whether actions of a trigger on a channel are held back. */
    public boolean cover(String channel, String trigger) {
        return all || channels.contains(channel) || triggers.contains(trigger);
    }
}
