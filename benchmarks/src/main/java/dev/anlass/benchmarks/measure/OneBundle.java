package dev.anlass.benchmarks.measure;

import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.PublishedBundle;
import java.util.List;

/** Reads a library that has one bundle from the beginning, and never anything else. */
public final class OneBundle implements BundleLibrary.Reader {

    private List<PublishedBundle> unread;

    public OneBundle(PublishedBundle bundle) {
        this.unread = List.of(bundle);
    }

    @Override
    public List<PublishedBundle> readNew() {
        List<PublishedBundle> read = unread;
        unread = List.of();
        return read;
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
