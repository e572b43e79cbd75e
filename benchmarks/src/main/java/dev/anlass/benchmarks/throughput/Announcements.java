package dev.anlass.benchmarks.throughput;

import dev.anlass.jobs.operator.News;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/** Says what is in the library. */
final class Announcements implements GeneratorFunction<Long, News> {

    private static final long serialVersionUID = 1L;

    private final StreamLibrary library;

    Announcements(StreamLibrary library) {
        this.library = library;
    }

    @Override
    public News map(Long number) {
        return library.announcement();
    }
}
