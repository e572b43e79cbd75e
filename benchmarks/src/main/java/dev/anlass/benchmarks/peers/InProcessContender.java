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
 * @param leastSeconds of processor time in a turn; it takes the events as often as it needs for that
 */
public record InProcessContender(EngineInProcess engine, int events, Tally.Found expected, double leastSeconds)
        implements Contender {

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public Run run() {
        Used used = pass();
        int passes = 1;
        while (used.processorSeconds() < leastSeconds) {
            used = used.and(pass());
            passes++;
        }
        return new Run((long) passes * events, used, Map.of("matches", expected.matches()));
    }

    private Used pass() {
        engine.begin();
        System.gc(); // What the beginning left is not counted here.
        Meter meter = Meter.started();
        engine.run();
        Used used = meter.used();
        expected.mustBe(engine.found(), name());
        engine.end();
        return used;
    }
}
