package dev.anlass.jobs.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary directory that is gone when it is closed. */
final class DemoDirectory implements AutoCloseable {

    private final Path path;

    private DemoDirectory(Path path) {
        this.path = path;
    }

    static DemoDirectory create() throws IOException {
        return new DemoDirectory(Files.createTempDirectory("anlass-demo-"));
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
