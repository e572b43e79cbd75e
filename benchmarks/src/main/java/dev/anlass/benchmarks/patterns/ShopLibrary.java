package dev.anlass.benchmarks.patterns;

import dev.anlass.benchmarks.measure.OneBundle;
import dev.anlass.jobs.operator.Announcement;
import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.PublishedBundle;

/** A library that has the compared rules from the beginning, and never anything else. */
public final class ShopLibrary implements BundleLibrary {

    private static final long serialVersionUID = 1L;

    @Override
    public Reader open() {
        return new OneBundle(bundle());
    }

    /** Of the one bundle. */
    public static Announcement announcement() {
        return bundle().announcement();
    }

    private static PublishedBundle bundle() {
        return new PublishedBundle("compared", 0, ShopRules.files());
    }
}
