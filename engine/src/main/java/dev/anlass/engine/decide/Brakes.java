package dev.anlass.engine.decide;

import java.util.Map;

/**
 * What holds actions back beside the rules.
 *
 * @param room how many more actions may go out on a channel now; a channel that is not named has no ceiling
 */
public record Brakes(Stops stops, Map<String, Integer> room) {

    public static final Brakes NONE = new Brakes(Stops.NONE, Map.of());

    public Brakes {
        room = Map.copyOf(room);
    }

    /** Stops alone, and no ceiling. */
    public static Brakes of(Stops stops) {
        return new Brakes(stops, Map.of());
    }
}
