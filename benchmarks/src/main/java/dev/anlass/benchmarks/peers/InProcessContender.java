package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.measure.Contender;
import dev.anlass.benchmarks.measure.Meter;
import dev.anlass.benchmarks.measure.Run;
import dev.anlass.benchmarks.measure.Used;
import java.util.Map;

/**
 * An engine in this process. Measured is the taking of the events, not what comes before.
 *
 * @param expected what it has to find
 */
public record InProcessContender(EngineInProcess engine, int events, Tally.Found expected) implements Contender {

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public Run run() {
        engine.begin();
        System.gc(); // What the beginning left is not counted here.
        Meter meter = Meter.started();
        engine.run();
        Used used = meter.used();
        expected.mustBe(engine.found(), name());
        engine.end();
        return new Run(events, used, Map.of("matches", expected.matches()));
    }
}
