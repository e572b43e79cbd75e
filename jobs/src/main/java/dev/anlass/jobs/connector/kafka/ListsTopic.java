package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.advisor.store.NewsTaker;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic of lists, read all the time by a thread of its own. Whatever fails, the broker, the database or a file, it waits
 * and goes on from where its taker has got to.
 */
public final class ListsTopic implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ListsTopic.class);
    private static final long SHORTEST_WAIT_MILLIS = 500;
    private static final long LONGEST_WAIT_MILLIS = 30_000;
    private static final long GROWTH_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final KafkaSettings settings;
    private final NewsTaker taker;
    private final Thread thread;

    private Map<Integer, Long> taken = Map.of();
    private @Nullable String trouble;
    private long leftOut;
    private long waitMillis = SHORTEST_WAIT_MILLIS;
    private boolean isClosed;

    private ListsTopic(KafkaSettings settings, NewsTaker taker, String name) {
        this.settings = settings;
        this.taker = taker;
        this.thread = new Thread(this::run, "lists-topic-" + name);
        thread.setDaemon(true);
    }

    /**
     * Starts to read.
     *
     * @param name of the thread
     */
    public static ListsTopic start(KafkaSettings settings, NewsTaker taker, String name) {
        ListsTopic topic = new ListsTopic(settings, taker, name);
        topic.thread.start();
        return topic;
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
        Map<Integer, Long> end = ListsTopicReader.end(settings);
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (this) {
            while (!hasTaken(end)) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new CannotStart("the topic " + settings.topics().advisorLists()
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
            try (ListsTopicReader reader = new ListsTopicReader(settings, taker)) {
                readOn(reader);
            } catch (RuntimeException failure) {
                waitAfter(failure);
            }
        }
    }

    private void readOn(ListsTopicReader reader) {
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
            LOG.info("lists are read again");
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
            LOG.warn("lists wait until this is mended, and are read from there on: {}", reason);
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
