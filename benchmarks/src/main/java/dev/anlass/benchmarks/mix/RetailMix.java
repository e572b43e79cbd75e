package dev.anlass.benchmarks.mix;

import dev.anlass.benchmarks.mix.RecordWriter.Written;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.RuleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A mix as it lies on the disk: {@code rules/}, the stream in {@code events.ndjson} and its index.
 *
 * <p>Run as a program it writes the mix and says what is in it.
 */
public final class RetailMix implements MeasuredStream {

    private static final Path FOLDER = Path.of("benchmarks", "target", "mix");

    private final MixShape shape;
    private final RuleFiles rules;
    private final Path directory;
    private final Written written;

    private RetailMix(MixShape shape, Path directory, Written written) {
        this.shape = shape;
        this.rules = MixRules.files(shape.rules());
        this.directory = directory;
        this.written = written;
    }

    /** Writes the stream of a mix; run from the root of the project. */
    public static RetailMix written(MixShape shape, String name) {
        return written(shape, FOLDER.resolve(name));
    }

    static RetailMix written(MixShape shape, Path directory) {
        return new RetailMix(shape, directory, MixWriter.write(shape, PARTITIONS, directory));
    }

    /** With all options of {@link MixOptions}: {@code benchmarks/run RetailMix --triggers 1000}. */
    public static void main(String[] arguments) throws IOException {
        MixOptions options = MixOptions.of(arguments);
        RetailMix mix = written(options.shape(), "retail");
        MixRules.write(mix.shape.rules(), mix.directory.resolve("rules"));
        Bundle bundle = MixRules.bundle(mix.rules);
        System.out.println(mix.directory + ": " + bundle.triggers().size() + " triggers");
        System.out.println(mix.written.bytes() + " bytes, sha256 " + mix.written.sha256());
        mix.written.byType().forEach((type, count) -> System.out.println(count + " " + type));
    }

    @Override
    public RuleFiles rules() {
        return rules;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public long measured() {
        return written.measured();
    }

    /** How many measured events there are of each type. */
    public Map<String, Long> byType() {
        return written.byType();
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = shape.facts();
        facts.put("measured_events", written.measured());
        facts.put("by_type", written.byType());
        facts.put("sha256", written.sha256());
        return facts;
    }

    public String sha256() {
        return written.sha256();
    }
}
