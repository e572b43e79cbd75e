package dev.anlass.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import dev.anlass.jobs.config.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;

/**
 * Events through an operator that learns of a second bundle while it runs, and through an engine in memory that has both
 * from the start: what goes out must be the same.
 */
final class LiveSwitch implements AutoCloseable {

    private static final int BUSY = 2;

    private final PublishedBundle later;
    private final TestLibrary library;
    private final InMemory inMemory;
    private final List<String> written = new ArrayList<>();
    private Subtasks operator;
    private long passed = Long.MIN_VALUE;

    private LiveSwitch(PublishedBundle first, PublishedBundle later) throws Exception {
        this.later = later;
        this.library = new TestLibrary().with(first);
        this.inMemory = InMemory.of(first, later);
        this.operator = Subtasks.begin(
                new Subtasks.Given(library, Settings.DEFAULT, new HashMapStateBackend(), Timers.HEAP, BUSY), 1);
    }

    /** The second bundle decides from so many seconds after the start. */
    static LiveSwitch from(RuleFiles one, RuleFiles two, long seconds) throws Exception {
        return new LiveSwitch(
                new PublishedBundle("one", 0, one), new PublishedBundle("two", TestEvents.at(seconds), two));
    }

    LiveSwitch events(String... lines) throws Exception {
        for (String line : lines) {
            Decoded decoded = inMemory.decoded(line);
            inMemory.accept(decoded);
            if (decoded instanceof Decoded.Accepted accepted) {
                operator.arrive(new Arrival.OfEvent(accepted.event(), EffectLines.ORIGIN));
            }
            passOperatorTo(inMemory.passed());
        }
        return this;
    }

    /** The second bundle is published and announced. */
    LiveSwitch deployed() throws Exception {
        return published().announced();
    }

    LiveSwitch published() {
        library.with(later);
        return this;
    }

    LiveSwitch announced() throws Exception {
        operator.announce(later.announcement());
        return this;
    }

    /** The operator stops and goes on from its snapshot in so many subtasks. */
    LiveSwitch restored(int parallelism) throws Exception {
        operator = operator.restored(parallelism);
        return this;
    }

    /** Time passes to so many seconds after the start. */
    LiveSwitch passes(long seconds) throws Exception {
        inMemory.passTo(TestEvents.at(seconds));
        passOperatorTo(TestEvents.at(seconds));
        return this;
    }

    private void passOperatorTo(long instant) throws Exception {
        passed = Math.max(passed, instant);
        operator.passTo(passed);
    }

    Map<CustomerKey, List<Long>> alarms() throws Exception {
        return operator.alarms();
    }

    /** What was decided, once the operator is known to have said the same: who, what, when, and by which bundle. */
    List<String> decisions() throws Exception {
        written.addAll(EffectLines.written(operator.taken()));
        assertThat(written).containsExactlyInAnyOrderElementsOf(inMemory.lines());
        return inMemory.emissions().stream()
                .map(Emission::effect)
                .filter(Effect.Record.class::isInstance)
                .map(effect -> ((Effect.Record) effect).decision())
                .map(LiveSwitch::inWords)
                .toList();
    }

    private static String inWords(Decision decision) {
        String reason = decision.reason() == null ? "" : " " + decision.reason();
        long seconds = (decision.decidedAt() - TestEvents.at(0)) / 1000;
        return decision.customer() + " " + decision.trigger() + " "
                + decision.outcome().word() + reason + " at " + seconds + "s by " + decision.bundle();
    }

    @Override
    public void close() throws Exception {
        operator.close();
    }
}
