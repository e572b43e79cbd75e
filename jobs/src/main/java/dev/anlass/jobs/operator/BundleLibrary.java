package dev.anlass.jobs.operator;

import dev.anlass.engine.rule.ScoreTable;
import java.io.Serializable;
import java.util.List;

/** Where every subtask finds the bundles that were published, and what is stopped. */
public interface BundleLibrary extends Serializable {

    /** Opens it for one reader. */
    Reader open();

    /** Reads bundles in the order in which they were published. */
    interface Reader extends AutoCloseable {

        /** Reads to the end: all bundles that this reader has not given yet. */
        List<PublishedBundle> readNew();

        /** What is stopped, as of the last reading. */
        default List<Stop> stops() {
            return List.of();
        }

        /** The score tables that {@link #readNew} has come by since this was asked last, in the order of publication. */
        default List<ScoreTable> newScores() {
            return List.of();
        }

        @Override
        void close();
    }
}
