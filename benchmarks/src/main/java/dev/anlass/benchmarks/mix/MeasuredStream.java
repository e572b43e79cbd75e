package dev.anlass.benchmarks.mix;

import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.step.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A stream that lies on the disk to be measured, in the order of arrival, and the rules that read it. */
public interface MeasuredStream {

    /** How many partitions the streams have. */
    int PARTITIONS = 2;

    RuleFiles rules();

    /** Where the records are. */
    Path directory();

    /** How many of the events are measured. */
    long measured();

    /** What says which stream it was, for those who read the figures. */
    Map<String, Object> facts();

    default RecordFile records() {
        return RecordFile.open(directory());
    }

    /** The rules compiled, as everything that decides by them does. */
    default Program program(Settings settings) {
        return Program.of(List.of(MixRules.bundle(rules())), settings);
    }

    /** Removes what was written. */
    default void delete() {
        try {
            Files.deleteIfExists(directory().resolve(RecordFile.LINES));
            Files.deleteIfExists(directory().resolve(RecordFile.INDEX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
