package dev.anlass.jobs.operator;

import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rulefile.RuleFiles;
import java.util.ArrayList;
import java.util.List;

/** A library in memory, in which tests publish bundles and score tables, and stop and start. */
final class TestLibrary implements BundleLibrary {

    private final List<PublishedBundle> bundles = new ArrayList<>();
    private final List<ScoreTable> tables = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();

    TestLibrary with(String number, long effectiveFrom, RuleFiles files) {
        return with(new PublishedBundle(number, effectiveFrom, files));
    }

    TestLibrary with(PublishedBundle bundle) {
        bundles.add(bundle);
        return this;
    }

    TestLibrary with(ScoreTable table) {
        tables.add(table);
        return this;
    }

    /** Only these are stopped. */
    TestLibrary stopped(Stoppable... what) {
        stops.clear();
        for (Stoppable each : what) {
            stops.add(new Stop(each, TestEvents.START, null));
        }
        return this;
    }

    @Override
    public Reader open() {
        return new Reader() {
            private int read;
            private int tablesRead;
            private List<Stop> known = List.of();

            @Override
            public List<PublishedBundle> readNew() {
                List<PublishedBundle> fresh = List.copyOf(bundles.subList(read, bundles.size()));
                read = bundles.size();
                known = List.copyOf(stops);
                return fresh;
            }

            @Override
            public List<ScoreTable> newScores() {
                List<ScoreTable> fresh = List.copyOf(tables.subList(tablesRead, tables.size()));
                tablesRead = tables.size();
                return fresh;
            }

            @Override
            public List<Stop> stops() {
                return known;
            }

            @Override
            public void close() {}
        };
    }
}
