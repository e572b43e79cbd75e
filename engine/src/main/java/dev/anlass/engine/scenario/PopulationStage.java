package dev.anlass.engine.scenario;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Population;
import java.util.ArrayList;
import java.util.List;

/** The engine in memory, under the default grace. */
final class PopulationStage implements Stage {

    private static final long GRACE_MILLIS = 5_000;

    @Override
    public List<Effect> play(Script script) {
        Population population = new Population(script.program(), GRACE_MILLIS);
        List<Emission> emissions = new ArrayList<>();
        for (Decoded arrival : script.arrivals()) {
            emissions.addAll(population.accept(arrival));
        }
        emissions.addAll(population.passTo(script.until()));
        emissions.addAll(population.passUntilDone());
        return emissions.stream().map(Emission::effect).toList();
    }
}
