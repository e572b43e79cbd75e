package dev.anlass.engine.step;

import dev.anlass.engine.decide.Brakes;
import dev.anlass.engine.event.Catalogue;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.match.MatchProgram;
import dev.anlass.engine.match.Timetable;
import dev.anlass.engine.place.Fence;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.BundleReads;
import dev.anlass.engine.rule.ScoreTables;
import dev.anlass.engine.rule.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One or more bundles, compiled, the score tables, and the brakes that are on: what a step is run with. Immutable. */
public final class Program {

    private final List<Bundle> bundles;
    private final Settings settings;
    private final Timetable timetable;
    private final EventDecoder decoder;
    private final Brakes brakes;

    private Program(List<Bundle> bundles, Settings settings, ScoreTables scores) {
        this.bundles = bundles;
        this.settings = settings;
        List<MatchProgram> programs = new ArrayList<>();
        @Nullable MatchProgram before = null;
        for (Bundle bundle : bundles) {
            before = new MatchProgram(bundle, settings, before);
            programs.add(before);
        }
        this.timetable = new Timetable(programs, scores);
        this.decoder = new EventDecoder(catalogue(), reads(), fences());
        this.brakes = Brakes.NONE;
    }

    private Program(Program same, Brakes brakes) {
        this.bundles = same.bundles;
        this.settings = same.settings;
        this.timetable = same.timetable;
        this.decoder = same.decoder;
        this.brakes = brakes;
    }

    private Program(Program compiled, ScoreTables scores) {
        this.bundles = compiled.bundles;
        this.settings = compiled.settings;
        this.timetable = new Timetable(compiled.timetable.programs(), scores);
        this.decoder = compiled.decoder;
        this.brakes = compiled.brakes;
    }

    /**
     * Compiles bundles.
     *
     * @param bundles at least one; each decides from its effective time on, the first also what is older; of several
     *     with one effective time the last
     */
    public static Program of(List<Bundle> bundles, Settings settings) {
        Map<Long, Bundle> byTime = new TreeMap<>();
        bundles.forEach(bundle -> byTime.put(bundle.effectiveFrom(), bundle));
        return new Program(List.copyOf(byTime.values()), settings, ScoreTables.NONE);
    }

    /** The same bundles, compiled as they are, with other score tables. */
    public Program withScores(ScoreTables scores) {
        return new Program(this, scores);
    }

    /** The same bundles under other settings. */
    public Program under(Settings other) {
        return other.equals(settings) ? this : new Program(new Program(bundles, other, timetable.scores()), brakes);
    }

    /** The same bundles, with other brakes on. */
    public Program under(Brakes other) {
        return other.equals(brakes) ? this : new Program(this, other);
    }

    public List<Bundle> bundles() {
        return bundles;
    }

    public Settings settings() {
        return settings;
    }

    /** Reads just the fields that some rule of some bundle reads. */
    public EventDecoder decoder() {
        return decoder;
    }

    public Brakes brakes() {
        return brakes;
    }

    public Timetable timetable() {
        return timetable;
    }

    /** Whether some rule of the bundle that decides at the event's time reads events of its type. */
    boolean reads(Event event) {
        return timetable.at(event.time()).reads(event.type());
    }

    /** Later declarations of a name win. */
    private Catalogue catalogue() {
        Map<String, EventType> types = new HashMap<>();
        Map<String, Catalogue.Attribute> attributes = new HashMap<>();
        for (Bundle bundle : bundles) {
            types.putAll(bundle.catalogue().types());
            attributes.putAll(bundle.catalogue().attributes());
        }
        return new Catalogue(types, attributes);
    }

    private Map<String, Set<String>> reads() {
        Map<String, Set<String>> all = new HashMap<>();
        for (Bundle bundle : bundles) {
            BundleReads.of(bundle).forEach((type, fields) -> all.computeIfAbsent(type, t -> new TreeSet<>())
                    .addAll(fields));
        }
        return all;
    }

    private Set<String> fences() {
        Set<String> ids = new HashSet<>();
        for (Bundle bundle : bundles) {
            bundle.fences().stream().map(Fence::id).forEach(ids::add);
        }
        return ids;
    }
}
