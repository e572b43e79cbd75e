package dev.anlass.jobs.operator;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The engine in memory with all bundles from the start, as a replay runs it: what a job has to come to. */
public final class InMemory {

    static final long GRACE_MILLIS = 5_000;

    private final EventDecoder decoder;
    private final Population population;
    private final List<Emission> emissions = new ArrayList<>();

    private InMemory(Program program) {
        this.decoder = program.decoder();
        this.population = new Population(program, GRACE_MILLIS);
    }

    public static InMemory of(PublishedBundle... published) {
        List<Bundle> bundles = Stream.of(published).map(PublishedBundle::loaded).toList();
        return new InMemory(Program.of(bundles, Settings.DEFAULT));
    }

    /** Records arrive, in this order; time passes by them. */
    public InMemory accept(String... lines) {
        for (String line : lines) {
            accept(decoded(line));
        }
        return this;
    }

    void accept(Decoded decoded) {
        emissions.addAll(population.accept(decoded));
    }

    Decoded decoded(String line) {
        return TestEvents.raw(line).decodedBy(decoder);
    }

    void passTo(long instant) {
        emissions.addAll(population.passTo(instant));
    }

    /** How far time has passed by the records. */
    long passed() {
        return population.newestAccepted() - GRACE_MILLIS;
    }

    List<Emission> emissions() {
        return emissions;
    }

    /** Everything that went out, as the job writes it. */
    public List<String> lines() {
        return EffectLines.of(emissions);
    }
}
