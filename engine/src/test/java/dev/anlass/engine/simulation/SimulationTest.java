package dev.anlass.engine.simulation;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The engine finds and decides what the reference does, in random worlds.
 *
 * <p>{@code -Dsimulation.seeds=N} runs more worlds, {@code -Dsimulation.from=N} begins with another seed.
 */
class SimulationTest {

    private static final long FROM = Long.getLong("simulation.from", 0);
    private static final long SEEDS = Long.getLong("simulation.seeds", 2_000);

    @Test
    void theEngineAndTheReferenceAgree() {
        Simulation simulation = Simulation.inMemory();
        List<Long> failed = LongStream.range(FROM, FROM + SEEDS)
                .parallel()
                .filter(seed -> !simulation.difference(World.of(seed)).isEmpty())
                .boxed()
                .toList();
        if (!failed.isEmpty()) {
            World small = simulation.smallest(World.of(failed.get(0)));
            fail("seeds " + failed + "\n" + small.text() + simulation.difference(small));
        }
    }
}
