package dev.anlass.benchmarks.latency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * How much of the processors' time the host kept from this machine while it wanted it, for other guests or by a limit,
 * second by second: "steal" in the kernel's {@code /proc/stat}.
 *
 * @see <a href="https://www.kernel.org/doc/html/latest/filesystems/proc.html">proc(5), /proc/stat</a>
 */
final class StolenTime implements AutoCloseable {

    private static final Path COUNTERS = Path.of("/proc/stat");
    private static final int STEAL = 8;
    private static final double HUNDRED = 100;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<Long, Double> percentBySecond = new ConcurrentSkipListMap<>();
    private final long begin = System.nanoTime();
    private final ScheduledFuture<?> looking;
    private Counters before;

    /** In ticks of the kernel, since it began. */
    private record Counters(long stolen, long all) {

        static Counters now() {
            try {
                String[] fields = Files.readAllLines(COUNTERS).get(0).split("\\s+", -1);
                long all = 0;
                for (int i = 1; i <= STEAL; i++) {
                    all += Long.parseLong(fields[i]);
                }
                return new Counters(Long.parseLong(fields[STEAL]), all);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private StolenTime() {
        this.before = Counters.now();
        this.looking = clock.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Looks once a second from now on, until it is closed. */
    static StolenTime watched() {
        return new StolenTime();
    }

    private void look() {
        Counters now = Counters.now();
        long second = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) - 1;
        long all = Math.max(1, now.all - before.all);
        percentBySecond.put(second, Math.round(HUNDRED * HUNDRED * (now.stolen - before.stolen) / all) / HUNDRED);
        before = now;
    }

    /** In percent of all processors' time, by the second from the beginning. */
    Map<Long, Double> percentBySecond() {
        return percentBySecond;
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdownNow();
    }
}
