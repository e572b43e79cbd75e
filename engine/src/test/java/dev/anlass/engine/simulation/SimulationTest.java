package dev.anlass.engine.simulation;

import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;

/**
 * The engine finds what the reference finds, in random worlds.
 *
 * <p>{@code -Dsimulation.seeds=N} runs more worlds, {@code -Dsimulation.from=N} begins with another seed.
 */
class SimulationTest {

    private static final Simulation SIMULATION = Simulation.inMemory();
    private static final long FROM = Long.getLong("simulation.from", 0);
    private static final long SEEDS = Long.getLong("simulation.seeds", 250);

    @Test
    void matchesAndDecisionsInOrder() {
        run(Arrivals.IN_ORDER);
    }

    @Test
    void matchesInAnyOrder() {
        run(Arrivals.DISORDERED);
    }

    private static void run(Arrivals arrivals) {
        for (long seed = FROM; seed < FROM + SEEDS; seed++) {
            World world = World.of(seed, arrivals);
            if (!SIMULATION.difference(world).isEmpty()) {
                World small = SIMULATION.smallest(world);
                fail("seed " + seed + " " + arrivals + "\n" + small.text() + SIMULATION.difference(small));
            }
        }
    }
}
