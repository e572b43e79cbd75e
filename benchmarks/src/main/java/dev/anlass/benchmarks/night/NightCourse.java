package dev.anlass.benchmarks.night;

import dev.anlass.benchmarks.measure.Meter;
import dev.anlass.benchmarks.measure.Used;
import java.util.Iterator;
import java.util.function.IntFunction;

/**
 * Lets the hours pass for a job, one stretch after the other; each takes until everything that came due in it has gone by
 * the sink of the lists.
 */
final class NightCourse {

    private final Bank bank;
    private final Night night;
    private final NightJob job;
    private final NightWatch watch;

    NightCourse(Bank bank, Night night, NightJob job, NightWatch watch) {
        this.bank = bank;
        this.night = night;
        this.job = job;
        this.watch = watch;
    }

    /** All customers become known. */
    Used register() throws Exception {
        int partitions = watch.partitions();
        return pass(partition -> new Registrations(bank, partition, partitions), Night.LAST_REGISTRATION);
    }

    /** From the tick that brings the first schedule to the one that brings the last. */
    Used schedules() throws Exception {
        return ticks(night.firstSchedule(), night.lastSchedule());
    }

    /** Until just before the lists are frozen. */
    Used quietHours() throws Exception {
        return ticks(night.lastSchedule(), night.freezing() - 1);
    }

    /** The one tick by which the lists are frozen. */
    Used cut() throws Exception {
        return ticks(night.freezing(), night.freezing());
    }

    private Used ticks(long first, long last) throws Exception {
        return pass(partition -> Ticks.through(first, last), last);
    }

    private Used pass(IntFunction<Iterator<byte[]>> records, long lastTick) throws Exception {
        Meter meter = Meter.started();
        watch.pour(records);
        job.waitFor(watch.passes(night.passedBy(lastTick)));
        return meter.used();
    }
}
