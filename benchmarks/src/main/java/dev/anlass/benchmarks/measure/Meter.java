package dev.anlass.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** What this process has used since the meter was started. */
public final class Meter {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final Map<Long, Long> allocatedBefore = allocated();
    private final long collectingBefore = collectingMillis();
    private final long compilingBefore = COMPILER.getTotalCompilationTime();
    private final long wallBefore = System.nanoTime();
    private final long processorBefore = PROCESS.getProcessCpuTime();

    private Meter() {}

    public static Meter started() {
        return new Meter();
    }

    /** What was allocated by threads that have ended meanwhile is not in it. */
    public Used used() {
        double processor = (PROCESS.getProcessCpuTime() - processorBefore) / NANOS_PER_SECOND;
        double wall = (System.nanoTime() - wallBefore) / NANOS_PER_SECOND;
        double collecting = (collectingMillis() - collectingBefore) / MILLIS_PER_SECOND;
        double compiling = (COMPILER.getTotalCompilationTime() - compilingBefore) / MILLIS_PER_SECOND;
        long bytes = 0;
        for (Map.Entry<Long, Long> thread : allocated().entrySet()) {
            bytes += thread.getValue() - allocatedBefore.getOrDefault(thread.getKey(), 0L);
        }
        return new Used(processor, wall, bytes, collecting, compiling);
    }

    private static Map<Long, Long> allocated() {
        long[] threads = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(threads);
        Map<Long, Long> allocated = new HashMap<>();
        for (int i = 0; i < threads.length; i++) {
            allocated.put(threads[i], Math.max(0, bytes[i]));
        }
        return allocated;
    }

    private static long collectingMillis() {
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            millis += Math.max(0, collector.getCollectionTime());
        }
        return millis;
    }
}
