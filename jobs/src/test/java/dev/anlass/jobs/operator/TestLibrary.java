package dev.anlass.jobs.operator;

import dev.anlass.engine.rulefile.RuleFiles;
import java.util.ArrayList;
import java.util.List;

/** A library in memory, in which tests publish bundles. */
final class TestLibrary implements BundleLibrary {

    private final List<PublishedBundle> bundles = new ArrayList<>();

    TestLibrary with(String number, long effectiveFrom, RuleFiles files) {
        bundles.add(new PublishedBundle(number, effectiveFrom, files));
        return this;
    }

    @Override
    public Reader open() {
        return new Reader() {
            private int read;

            @Override
            public List<PublishedBundle> readNew() {
                List<PublishedBundle> fresh = List.copyOf(bundles.subList(read, bundles.size()));
                read = bundles.size();
                return fresh;
            }

            @Override
            public void close() {}
        };
    }
}
