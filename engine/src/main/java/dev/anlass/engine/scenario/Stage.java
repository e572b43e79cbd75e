package dev.anlass.engine.scenario;

import dev.anlass.engine.step.Effect;
import java.util.List;

/** Something that runs the engine: in memory, or as the operator of a stream processor. */
public interface Stage {

    /** Plays a script from its beginning, knowing nothing of earlier ones; the effects in the order of their happening. */
    List<Effect> play(Script script);

    /** The engine in memory. */
    static Stage inMemory() {
        return new PopulationStage();
    }
}
