package dev.anlass.engine.simulation;

import dev.anlass.engine.place.FenceIndex;
import dev.anlass.engine.rule.Bundle;
import java.util.Map;
import java.util.TreeMap;

/** One bundle of a world: its files, what is made of them, and its place among the bundles. */
record Edition(int number, Map<String, String> files, Bundle bundle, FenceIndex fences) {

    Edition {
        files = new TreeMap<>(files);
    }

    /** @param effectiveFrom in milliseconds since 1970 */
    static Edition of(int number, Map<String, String> files, long effectiveFrom) {
        Bundle bundle = RandomRules.bundle(files, number).withEffectiveFrom(effectiveFrom);
        return new Edition(number, files, bundle, FenceIndex.of(bundle.fences()));
    }

    long effectiveFrom() {
        return bundle.effectiveFrom();
    }
}
