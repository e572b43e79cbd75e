package dev.anlass.jobs.push.stream;

import dev.anlass.engine.decide.Stops;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Purpose;
import dev.anlass.engine.rule.Trigger;
import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.Stop;
import dev.anlass.jobs.push.LastCheck;
import dev.anlass.jobs.push.LastCheck.Need;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows from the rules topic what the last check asks. */
final class RulesWatch implements AutoCloseable {

    /** Of how many bundles the needs are known; the one that was published first gives way. */
    static final int MAX_BUNDLES = 64;

    private final BundleLibrary.Reader library;
    private final Map<String, Map<String, Need>> needs = new LinkedHashMap<>();
    private LastCheck check = LastCheck.NOTHING_KNOWN;

    RulesWatch(BundleLibrary.Reader library) {
        this.library = library;
    }

    LastCheck check() {
        return check;
    }

    /** Takes in what was published, stopped and started since; whether anything was. */
    boolean refresh() {
        for (PublishedBundle published : library.readNew()) {
            needs.put(published.number(), needs(published.loaded()));
            if (needs.size() > MAX_BUNDLES) {
                needs.remove(needs.keySet().iterator().next());
            }
        }
        Stops stops = Stop.all(library.stops());
        LastCheck before = check;
        check = new LastCheck(needs, stops);
        return !check.equals(before);
    }

    private static Map<String, Need> needs(Bundle bundle) {
        Map<String, Need> byTrigger = new HashMap<>();
        for (Trigger trigger : bundle.triggers().values()) {
            Purpose purpose = bundle.purposes().get(trigger.purpose());
            if (purpose != null) {
                byTrigger.put(trigger.name(), new Need(purpose, trigger.categories()));
            }
        }
        return byTrigger;
    }

    @Override
    public void close() {
        library.close();
    }
}
