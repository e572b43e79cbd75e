package dev.anlass.benchmarks.throughput;

import dev.anlass.benchmarks.measure.OneBundle;
import dev.anlass.benchmarks.mix.MeasuredStream;
import dev.anlass.jobs.operator.Announcement;
import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.PublishedBundle;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A library that has the rules of one stream from the beginning, and never anything else. They are found by the directory of
 * the stream, by whoever is in this process.
 */
final class StreamLibrary implements BundleLibrary {

    private static final long serialVersionUID = 1L;
    private static final Map<String, PublishedBundle> BUNDLES = new ConcurrentHashMap<>();

    private final String directory;

    StreamLibrary(MeasuredStream stream) {
        this.directory = stream.directory().toString();
        BUNDLES.put(directory, new PublishedBundle("stream", 0, stream.rules()));
    }

    @Override
    public Reader open() {
        return new OneBundle(bundle());
    }

    /** Of the one bundle. */
    Announcement announcement() {
        return bundle().announcement();
    }

    private PublishedBundle bundle() {
        return Objects.requireNonNull(BUNDLES.get(directory));
    }
}
