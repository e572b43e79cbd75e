package dev.anlass.benchmarks.night;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.LongStream;

/** The records by which time passes, as the job itself writes them. */
final class Ticks {

    private static final long PERIOD_MILLIS = Duration.ofSeconds(1).toMillis();

    private Ticks() {}

    static byte[] at(long time) {
        return "{\"specversion\":\"1.0\",\"id\":\"t%d\",\"source\":\"urn:anlass:clock\",\"type\":\"tick\",\"time\":\"%s\"}"
                .formatted(time, Instant.ofEpochMilli(time))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** One for each second, and the last one. */
    static Iterator<byte[]> through(long first, long last) {
        LongStream seconds = LongStream.iterate(first, time -> time < last, time -> time + PERIOD_MILLIS);
        return LongStream.concat(seconds, LongStream.of(last))
                .mapToObj(Ticks::at)
                .iterator();
    }
}
