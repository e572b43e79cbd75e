package dev.anlass.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.scenario.Script;
import dev.anlass.engine.scenario.Stage;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Plays scenarios in memory and through the Flink operator, with a snapshot and a restore in the middle: both must say
 * the same. Disordered and doubled, a script is played in memory only.
 */
final class OperatorStage implements Stage {

    private static final long GRACE_MILLIS = 5_000;
    private static final long AFTERWARDS_MILLIS = Duration.ofDays(8).toMillis();

    private final RuleFiles files;
    private final Set<String> played = new HashSet<>();
    private int editions;

    OperatorStage(RuleFiles files) {
        this.files = files;
    }

    int played() {
        return played.size();
    }

    @Override
    public List<Effect> play(Script script) {
        String events = String.join(
                "|",
                new java.util.TreeSet<>(
                        script.arrivals().stream().map(Object::toString).toList()));
        if (played.add(events + script.until())) {
            assertThat(throughFlink(script)).containsExactlyInAnyOrderElementsOf(inMemory(script));
        }
        return Stage.inMemory().play(script);
    }

    private static List<String> inMemory(Script script) {
        Population population = new Population(script.program(), GRACE_MILLIS);
        List<Emission> emissions = new ArrayList<>();
        script.arrivals().forEach(arrival -> emissions.addAll(population.accept(arrival)));
        emissions.addAll(population.passTo(script.until() + AFTERWARDS_MILLIS));
        return EffectLines.of(emissions);
    }

    private List<String> throughFlink(Script script) {
        TestLibrary library = library(script.program());
        var settings = script.program().settings();
        List<Decoded> arrivals = script.arrivals();
        int middle = arrivals.size() / 2;
        Watermark watermark = new Watermark();
        List<String> lines = new ArrayList<>();
        try (TriggerHarness first = TriggerHarness.onHeap(library, settings, null)) {
            watermark.play(arrivals.subList(0, middle), first);
            lines.addAll(first.lines());
            try (TriggerHarness second = TriggerHarness.onHeap(library, settings, first.snapshot())) {
                watermark.play(arrivals.subList(middle, arrivals.size()), second);
                second.passTo(script.until() + AFTERWARDS_MILLIS);
                lines.addAll(second.lines());
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return lines;
    }

    /** The first bundle as its files say; those that follow are compiled already, and what their files say does not matter. */
    private TestLibrary library(Program program) {
        TestLibrary library = new TestLibrary();
        for (Bundle bundle : program.bundles()) {
            boolean isFirst = bundle == program.bundles().get(0);
            RuleFiles own = isFirst ? files : RuleFiles.none().with("bundle", "edition " + editions++);
            PublishedBundle published = new PublishedBundle(bundle.number(), bundle.effectiveFrom(), own);
            if (!isFirst) {
                CompiledRules.remember(published.announcement(), bundle);
            }
            library.with(published);
        }
        return library;
    }

    /** Time as it passes by the events. */
    private static final class Watermark {

        private long newest = Long.MIN_VALUE;

        void play(List<Decoded> arrivals, TriggerHarness harness) throws Exception {
            for (Decoded arrival : arrivals) {
                if (arrival instanceof Decoded.Accepted accepted) {
                    harness.arrive(new Arrival.OfEvent(accepted.event(), EffectLines.ORIGIN));
                    newest = Math.max(newest, accepted.event().time());
                } else if (arrival instanceof Decoded.Rejected rejected && rejected.blocks() != null) {
                    harness.arrive(new Arrival.OfUnreadable(rejected.blocks(), EffectLines.ORIGIN));
                } else if (arrival instanceof Decoded.Tick tick) {
                    newest = Math.max(newest, tick.time());
                }
                if (newest != Long.MIN_VALUE) {
                    harness.passTo(newest - GRACE_MILLIS);
                }
            }
        }
    }
}
