package dev.anlass.benchmarks.mix;

import dev.anlass.benchmarks.mix.RecordWriter.Written;
import dev.anlass.engine.rule.Bundle;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a mix to the disk: {@code rules/}, the stream in {@code events.ndjson} and its index.
 *
 * <p>Run as a program it says what is in it, too.
 */
public final class RetailMix {

    private static final Path FOLDER = Path.of("benchmarks", "target", "mix");

    private RetailMix() {}

    /** Writes the stream of a mix; run from the root of the project. */
    public static MeasuredStream written(MixShape shape, String name) {
        return written(shape, FOLDER.resolve(name));
    }

    static MeasuredStream written(MixShape shape, Path directory) {
        Written written = MixWriter.write(shape, MeasuredStream.PARTITIONS, directory);
        return new MeasuredStream(MixRules.files(shape.rules()), directory, written, shape.facts());
    }

    /** With all options of {@link MixOptions}: {@code benchmarks/run RetailMix --triggers 1000}. */
    public static void main(String[] arguments) throws IOException {
        MixShape shape = MixOptions.of(arguments).shape();
        MeasuredStream mix = written(shape, "retail");
        MixRules.write(shape.rules(), mix.directory().resolve("rules"));
        Bundle bundle = MixRules.bundle(mix.rules());
        Written written = mix.written();
        System.out.println(mix.directory() + ": " + bundle.triggers().size() + " triggers");
        System.out.println(written.bytes() + " bytes, sha256 " + written.sha256());
        written.byType().forEach((type, count) -> System.out.println(count + " " + type));
    }
}
