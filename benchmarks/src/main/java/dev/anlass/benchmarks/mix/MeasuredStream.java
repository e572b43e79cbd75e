package dev.anlass.benchmarks.mix;

import dev.anlass.benchmarks.mix.RecordWriter.Written;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.step.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stream that lies on the disk to be measured, in the order of arrival, and the rules that read it. */
public final class MeasuredStream {

    /** How many partitions the streams have. */
    public static final int PARTITIONS = 2;

    private final RuleFiles rules;
    private final Path directory;
    private final Written written;
    private final Map<String, Object> origin;

    /** @param origin where the stream comes from, for those who read the figures */
    MeasuredStream(RuleFiles rules, Path directory, Written written, Map<String, Object> origin) {
        this.rules = rules;
        this.directory = directory;
        this.written = written;
        this.origin = origin;
    }

    public RuleFiles rules() {
        return rules;
    }

    /** Where the records are. */
    public Path directory() {
        return directory;
    }

    public RecordFile records() {
        return RecordFile.open(directory);
    }

    /** How many of the events are measured. */
    public long measured() {
        return written.measured();
    }

    /** What was written. */
    Written written() {
        return written;
    }

    /** What says which stream it was, for those who read the figures. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>(origin);
        facts.put("measured_events", written.measured());
        facts.put("by_type", written.byType());
        facts.put("sha256", written.sha256());
        return facts;
    }

    /** The rules compiled, as everything that decides by them does. */
    public Program program(Settings settings) {
        return Program.of(List.of(MixRules.bundle(rules)), settings);
    }

    /** Removes what was written. */
    public void delete() {
        try {
            Files.deleteIfExists(directory.resolve(RecordFile.LINES));
            Files.deleteIfExists(directory.resolve(RecordFile.INDEX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
