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

    private static final double LEAST_SECONDS = 2;

    @Override
    public String name() {
        return engine.name();
    }

    /** Takes the events as often as it needs for a span that the clock of the processor can tell. */
    @Override
    public Run run() {
        Used used = pass();
        int passes = 1;
        while (used.processorSeconds() < LEAST_SECONDS) {
            used = sum(used, pass());
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

    private static Used sum(Used one, Used other) {
        return new Used(
                one.processorSeconds() + other.processorSeconds(),
                one.wallSeconds() + other.wallSeconds(),
                one.allocatedBytes() + other.allocatedBytes(),
                one.collectingSeconds() + other.collectingSeconds());
    }
}
