package dev.anlass.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that is deleted with everything in it when it is closed. */
public record TemporaryDirectory(Path path) implements AutoCloseable {

    public static TemporaryDirectory create() throws IOException {
        return new TemporaryDirectory(Files.createTempDirectory("anlass-measured"));
    }

    @Override
    public void close() throws IOException {
        List<Path> childrenFirst;
        try (Stream<Path> all = Files.walk(path)) {
            childrenFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : childrenFirst) {
            Files.delete(each);
        }
    }
}
