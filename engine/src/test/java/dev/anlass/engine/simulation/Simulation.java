package dev.anlass.engine.simulation;

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
        return new Shrinking(candidate -> !difference(candidate).isEmpty()).smallest(world);
    }
}
