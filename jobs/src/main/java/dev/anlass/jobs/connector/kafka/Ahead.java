package dev.anlass.jobs.connector.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;

/** How far ahead of its effective time something is published, so that every subtask knows it by then. */
final class Ahead {

    /** However short the lateness is; twice what a job asks for. */
    private static final Duration LEAST = RulesTopicReader.AHEAD.multipliedBy(2);

    private Ahead() {}

    /**
     * The earliest effective time: far enough ahead, and after all others.
     *
     * @param others effective times, in milliseconds since 1970
     */
    static Instant earliest(Instant now, Duration lateness, LongStream others) {
        long ahead = now.plus(lateness.compareTo(LEAST) < 0 ? LEAST : lateness).toEpochMilli();
        return Instant.ofEpochMilli(others.map(other -> other + 1).reduce(ahead, Math::max));
    }
}
