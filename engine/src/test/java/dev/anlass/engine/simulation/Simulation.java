package dev.anlass.engine.simulation;

import java.util.ArrayList;
import java.util.List;

/** Tells a world twice, by the engine in some host and by the reference, and says where they differ. */
public final class Simulation {

    private final Host.Factory hosts;

    public Simulation(Host.Factory hosts) {
        this.hosts = hosts;
    }

    /** The engine alone, restored and woken up by chance. */
    public static Simulation inMemory() {
        return new Simulation((program, seed) -> new Driver(program, new Dice(seed)));
    }

    /** What differs, as a text for people; empty if nothing does. */
    public String difference(World world) {
        return Comparison.difference(world, hosts);
    }

    /** A world in which something differs, as small as it goes while something still differs. */
    public World smallest(World world) {
        World small = world;
        for (String path : List.copyOf(world.rules().files().keySet())) {
            small = smaller(small, small.without(path));
        }
        World before;
        do {
            before = small;
            for (int i = small.lines().size() - 1; i >= 0; i--) {
                List<String> fewer = new ArrayList<>(small.lines());
                fewer.remove(i);
                small = smaller(small, small.with(fewer));
            }
        } while (small.lines().size() < before.lines().size());
        return small;
    }

    private World smaller(World world, World candidate) {
        return candidate.lines().isEmpty() || difference(candidate).isEmpty() ? world : candidate;
    }
}
