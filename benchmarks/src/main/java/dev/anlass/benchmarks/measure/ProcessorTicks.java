package dev.anlass.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * What the kernel has counted of all processors' time, and of it what the host kept from this machine while it wanted it, for
 * other guests or by a limit: "steal" in {@code /proc/stat}. Nothing where there is no such file.
 *
 * @param stolen in ticks of the kernel, since it began; likewise the other
 * @see <a href="https://www.kernel.org/doc/html/latest/filesystems/proc.html">proc(5), /proc/stat</a>
 */
public record ProcessorTicks(long stolen, long all) {

    private static final Path COUNTERS = Path.of("/proc/stat");
    private static final int STEAL = 8;
    private static final double HUNDRED = 100;

    public static ProcessorTicks now() {
        try {
            return Files.isReadable(COUNTERS) ? of(Files.readAllLines(COUNTERS).get(0)) : new ProcessorTicks(0, 0);
        } catch (IOException e) {
            return new ProcessorTicks(0, 0);
        }
    }

    /** @param line of all processors: a word, then ticks as user, nice, system, idle, waiting, two kinds of interrupts, stolen */
    static ProcessorTicks of(String line) {
        String[] fields = line.split("\\s+", -1);
        long all = 0;
        for (int i = 1; i <= STEAL; i++) {
            all += Long.parseLong(fields[i]);
        }
        return new ProcessorTicks(Long.parseLong(fields[STEAL]), all);
    }

    /** In percent of all processors' time since then, to the hundredth; empty if nothing was counted. */
    public OptionalDouble stolenPercentSince(ProcessorTicks before) {
        long time = all - before.all;
        return time <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.round(HUNDRED * HUNDRED * (stolen - before.stolen) / time) / HUNDRED);
    }
}
