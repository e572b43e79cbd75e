package dev.anlass.engine.simulation;

import java.util.List;
import java.util.stream.Stream;

/** Tells a world twice, by the engine in some host and by the reference, and says where they differ. */
public final class Simulation {

    private static final int PLACES = 12;

    private final Host.Factory hosts;

    public Simulation(Host.Factory hosts) {
        this.hosts = hosts;
    }

    /** The engine alone, restored and woken up by chance. */
    public static Simulation inMemory() {
        return new Simulation((program, seed) -> new Driver(program, new Dice(seed)));
    }

    /** What differs, or where something broke, as a text for people; empty if nothing does. */
    public String difference(World world) {
        try {
            return Comparison.difference(world, hosts);
        } catch (RuntimeException broken) {
            return broken + "\n" + String.join("\n", places(broken));
        }
    }

    private static List<String> places(RuntimeException broken) {
        return Stream.of(broken.getStackTrace())
                .limit(PLACES)
                .map(place -> "    at " + place)
                .toList();
    }

    /** A world in which something differs, as small as it goes while something still differs. */
    public World smallest(World world) {
        return new Shrinking(candidate -> !difference(candidate).isEmpty()).smallest(world);
    }
}
