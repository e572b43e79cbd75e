package dev.anlass.benchmarks.measure;

/**
 * What a process used in a span.
 *
 * @param processorSeconds of all threads, user and system, garbage collection and compilation included
 * @param collectingSeconds of wall time in which the garbage collectors worked
 * @param compilingSeconds that methods were under compilation; on a busy machine more than the compiler's processor time
 */
public record Used(
        double processorSeconds,
        double wallSeconds,
        long allocatedBytes,
        double collectingSeconds,
        double compilingSeconds) {

    /** What both used. */
    public Used and(Used other) {
        return new Used(
                processorSeconds + other.processorSeconds,
                wallSeconds + other.wallSeconds,
                allocatedBytes + other.allocatedBytes,
                collectingSeconds + other.collectingSeconds,
                compilingSeconds + other.compilingSeconds);
    }
}
