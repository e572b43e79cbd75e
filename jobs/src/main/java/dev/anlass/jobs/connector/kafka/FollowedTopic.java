package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.config.CannotStart;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A topic that is read all the time by a thread of its own. Whatever fails, the broker or whoever takes what is read, it waits
 * and goes on from where the taker has got to.
 */
public final class FollowedTopic implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ListsTopic.class);
    private static final long SHORTEST_WAIT_MILLIS = 500;
    private static final long LONGEST_WAIT_MILLIS = 30_000;
    private static final long GROWTH_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String topic;
    private final String news;
    private final Way way;
    private final Thread thread;

    private Map<Integer, Long> taken = Map.of();
    private @Nullable String trouble;
    private long leftOut;
    private long waitMillis = SHORTEST_WAIT_MILLIS;
    private boolean isClosed;

    /** How a topic is read: by one reader after the other, each from where the taker has got to. */
    interface Way {

        Reader open();

        /** By partition where the topic ends now. */
        Map<Integer, Long> end();
    }

    /** Reads until it fails. */
    interface Reader extends AutoCloseable {

        /** Reads what is there; how far everything was taken then, by partition. */
        Map<Integer, Long> readOn();

        /** Whether the topic has partitions that are not read here. */
        boolean hasGrown();

        /** How many records were left out. */
        long leftOut();

        @Override
        void close();
    }

    private FollowedTopic(String topic, String news, Way way, String name) {
        this.topic = topic;
        this.news = news;
        this.way = way;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /**
     * Starts to read.
     *
     * @param news what stands in the topic, in a word
     * @param name of the thread
     */
    static FollowedTopic start(String topic, String news, Way way, String name) {
        FollowedTopic followed = new FollowedTopic(topic, news, way, name);
        followed.thread.start();
        return followed;
    }

    /** Why nothing is taken at the moment; empty if all is well. */
    public synchronized Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** How many records were left out because they cannot be read or stored. */
    public synchronized long leftOut() {
        return leftOut;
    }

    /**
     * Returns when everything was taken that is in the topic now.
     *
     * @throws CannotStart if that takes too long
     */
    public void awaitEnd(Duration patience) throws InterruptedException {
        Map<Integer, Long> end = way.end();
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (this) {
            while (!hasTaken(end)) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new CannotStart("the topic " + topic
                            + " was not read to its end within " + patience.toSeconds() + " s"
                            + trouble().map(reason -> ": " + reason).orElse(""));
                }
                wait(left);
            }
        }
    }

    private boolean hasTaken(Map<Integer, Long> end) {
        return end.entrySet().stream()
                .allMatch(partition -> taken.getOrDefault(partition.getKey(), 0L) >= partition.getValue());
    }

    private void run() {
        while (!isClosed()) {
            try (Reader reader = way.open()) {
                readOn(reader);
            } catch (RuntimeException failure) {
                waitAfter(failure);
            }
        }
    }

    private void readOn(Reader reader) {
        long leftOutBefore = leftOut();
        long looked = System.nanoTime();
        while (!isClosed()) {
            Map<Integer, Long> next = reader.readOn();
            went(next, leftOutBefore + reader.leftOut());
            if (System.nanoTime() - looked > GROWTH_NANOS) {
                looked = System.nanoTime();
                if (reader.hasGrown()) {
                    return;
                }
            }
        }
    }

    private synchronized void went(Map<Integer, Long> next, long leftOutByNow) {
        if (trouble != null) {
            LOG.info("{} are read again", news);
        }
        trouble = null;
        waitMillis = SHORTEST_WAIT_MILLIS;
        taken = next;
        leftOut = leftOutByNow;
        notifyAll();
    }

    /** One line when it begins; the same trouble is not said again. */
    private synchronized void waitAfter(RuntimeException failure) {
        String reason = String.valueOf(failure.getMessage());
        if (trouble == null) {
            LOG.warn("{} wait until this is mended, and are read from there on: {}", news, reason);
        }
        trouble = reason;
        pause(waitMillis);
        waitMillis = Math.min(2 * waitMillis, LONGEST_WAIT_MILLIS);
    }

    private synchronized void pause(long millis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            long left = millis;
            while (!isClosed && left > 0) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            }
        } catch (InterruptedException e) {
            isClosed = true;
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isClosed() {
        return isClosed;
    }

    /** Ends the reading, when what is just being taken is done. */
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
