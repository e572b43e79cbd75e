package dev.anlass.benchmarks.patterns;

import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.decide.Evidence;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rule.Trigger;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Our engine over a whole stream, until everything it waits for has come due: matches found minus matches vanished. */
final class EngineRun {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Program program;
    private final Map<String, FoundMatch> standing = new HashMap<>();
    private int vanished;
    private int rejected;

    private EngineRun(Program program) {
        this.program = program;
    }

    /** @param arriving in the order of arrival */
    static EngineRun over(List<DatedRecord> arriving, Duration lateness) {
        Program program = ShopRules.program(Settings.DEFAULT.withLateness(lateness.toMillis()));
        EngineRun run = new EngineRun(program);
        Population population = new Population(program, GRACE.toMillis());
        for (DatedRecord record : arriving) {
            run.take(population.accept(program.decoder().decode(record.json(), null)));
        }
        run.take(population.passUntilDone());
        return run;
    }

    /** The net matches: what was found and has not vanished. */
    Set<FoundMatch> matches() {
        return new HashSet<>(standing.values());
    }

    /** How often a match was taken back because an event came late. */
    int vanished() {
        return vanished;
    }

    /** How many events were not accepted. */
    int rejected() {
        return rejected;
    }

    private void take(List<Emission> emissions) {
        for (Emission emission : emissions) {
            if (emission.effect() instanceof Effect.Record recorded) {
                take(recorded.decision());
            } else if (emission.effect() instanceof Effect.Reject) {
                rejected++;
            }
        }
    }

    private void take(Decision decision) {
        if (decision.outcome() == Outcome.VANISHED) {
            standing.remove(decision.matchId());
            vanished++;
        } else {
            standing.put(decision.matchId(), match(decision));
        }
    }

    private FoundMatch match(Decision decision) {
        Trigger trigger = Objects.requireNonNull(
                program.bundles().get(0).triggers().get(decision.trigger()), "decided by a rule of the bundle");
        if (trigger.waitMillis() > 0) {
            return FoundMatch.dueAt(decision.trigger(), decision.customer(), decision.time());
        }
        Evidence last = decision.evidence().get(decision.evidence().size() - 1);
        return FoundMatch.completedBy(decision.trigger(), decision.customer(), last.source(), last.event());
    }
}
