package dev.anlass.benchmarks.latency;

import dev.anlass.benchmarks.measure.ProcessorTicks;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** How much of the processors' time the host kept from this machine, second by second. */
final class StolenTime implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<Long, Double> percentBySecond = new ConcurrentSkipListMap<>();
    private final long begin = System.nanoTime();
    private final ScheduledFuture<?> looking;
    private ProcessorTicks before;

    private StolenTime() {
        this.before = ProcessorTicks.now();
        this.looking = clock.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Looks once a second from now on, until it is closed. */
    static StolenTime watched() {
        return new StolenTime();
    }

    private void look() {
        ProcessorTicks now = ProcessorTicks.now();
        long second = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) - 1;
        now.stolenPercentSince(before).ifPresent(percent -> percentBySecond.put(second, percent));
        before = now;
    }

    /** In percent of all processors' time, by the second from the beginning; without the seconds at which nobody could look. */
    Map<Long, Double> percentBySecond() {
        return percentBySecond;
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdownNow();
    }
}
