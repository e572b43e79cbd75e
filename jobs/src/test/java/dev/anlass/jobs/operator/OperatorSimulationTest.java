package dev.anlass.jobs.operator;

import static org.assertj.core.api.Assertions.fail;

import dev.anlass.engine.simulation.Simulation;
import dev.anlass.engine.simulation.World;
import org.junit.jupiter.api.Test;

/**
 * The Flink operator finds and decides what the reference does, in random worlds.
 *
 * <p>{@code -Dsimulation.seeds=N} runs more worlds, {@code -Dsimulation.from=N} begins with another seed.
 */
class OperatorSimulationTest {

    private static final long FROM = Long.getLong("simulation.from", 0);
    private static final long SEEDS = Long.getLong("simulation.seeds", 130);

    @Test
    void theOperatorAndTheReferenceAgree() {
        try (OperatorHost.Factory hosts = new OperatorHost.Factory()) {
            Simulation simulation = new Simulation(hosts);
            for (long seed = FROM; seed < FROM + SEEDS; seed++) {
                World world = World.of(seed);
                if (!simulation.difference(world).isEmpty()) {
                    World small = simulation.smallest(world);
                    fail("seed " + seed + "\n" + small.text() + simulation.difference(small));
                }
            }
        }
    }
}
