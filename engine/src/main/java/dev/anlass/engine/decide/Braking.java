package dev.anlass.engine.decide;

import java.util.HashMap;
import java.util.Map;

/** The brakes during one step: each action that goes out takes of the room that was given. */
public final class Braking {

    /** Has no room to be taken. */
    private static final Braking NONE = new Braking(Brakes.NONE);

    private final Stops stops;
    private final Map<String, Integer> room;

    public static Braking by(Brakes brakes) {
        return brakes == Brakes.NONE ? NONE : new Braking(brakes);
    }

    private Braking(Brakes brakes) {
        this.stops = brakes.stops();
        this.room = brakes.room().isEmpty() ? Map.of() : new HashMap<>(brakes.room());
    }

    boolean stops(String channel, String trigger) {
        return stops.cover(channel, trigger);
    }

    boolean hasRoom(String channel) {
        return room.isEmpty() || room.getOrDefault(channel, 1) > 0;
    }

    /** An action goes out. */
    void take(String channel) {
        if (!room.isEmpty()) {
            room.computeIfPresent(channel, (name, left) -> left - 1);
        }
    }
}
