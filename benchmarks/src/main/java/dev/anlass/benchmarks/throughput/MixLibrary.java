package dev.anlass.benchmarks.throughput;

import dev.anlass.benchmarks.measure.OneBundle;
import dev.anlass.benchmarks.mix.MixRules;
import dev.anlass.benchmarks.mix.MixShape;
import dev.anlass.jobs.operator.Announcement;
import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.PublishedBundle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A library that has the rules of one mix from the beginning, and never anything else. */
final class MixLibrary implements BundleLibrary {

    private static final long serialVersionUID = 1L;
    private static final Map<MixShape.Rules, PublishedBundle> BUNDLES = new ConcurrentHashMap<>();

    private final int triggers;
    private final int matching;
    private final int shops;
    private final int schedules;
    private final boolean countEveryEvent;

    MixLibrary(MixShape.Rules rules) {
        this.triggers = rules.triggers();
        this.matching = rules.matching();
        this.shops = rules.shops();
        this.schedules = rules.schedules();
        this.countEveryEvent = rules.countEveryEvent();
    }

    @Override
    public Reader open() {
        return new OneBundle(bundle());
    }

    /** Of the one bundle. */
    Announcement announcement() {
        return bundle().announcement();
    }

    private PublishedBundle bundle() {
        return BUNDLES.computeIfAbsent(
                new MixShape.Rules(triggers, matching, shops, schedules, countEveryEvent),
                rules -> new PublishedBundle("mix", 0, MixRules.files(rules)));
    }
}
