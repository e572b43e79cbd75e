package dev.anlass.jobs.operator;

import com.sun.management.ThreadMXBean;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.CountedRules;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Engine;
import dev.anlass.engine.step.Input;
import dev.anlass.engine.step.Program;
import dev.anlass.engine.step.StepResult;
import dev.anlass.jobs.operator.CustomerStore.Memory;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What records make a subtask do: decode, load, step, store. It does not depend on the machine, nor on how busy it is.
 *
 * @param conditions how many conditions of triggers and metrics were evaluated
 * @param allocatedBytes of the thread
 */
record CountedWork(long records, long reads, long writes, long alarmsSet, long conditions, long allocatedBytes) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long GRACE_MILLIS = 5_000;

    /**
     * @param readyAtMost how many customers are kept ready
     * @param first how many records come before those that are counted
     */
    static CountedWork of(Bundle bundle, List<byte[]> records, int readyAtMost, int first) {
        AtomicLong conditions = new AtomicLong();
        Program program = Program.of(List.of(CountedRules.of(bundle, conditions::incrementAndGet)), Settings.DEFAULT);
        CountedStore store = new CountedStore(program, readyAtMost);
        records.subList(0, first).forEach(record -> take(record, program, store));
        CountedWork before = soFar(first, store, conditions);
        records.subList(first, records.size()).forEach(record -> take(record, program, store));
        return soFar(records.size(), store, conditions).since(before);
    }

    private static CountedWork soFar(int records, CountedStore store, AtomicLong conditions) {
        return new CountedWork(
                records,
                store.reads(),
                store.writes(),
                store.alarmsSet(),
                conditions.get(),
                THREADS.getCurrentThreadAllocatedBytes());
    }

    private CountedWork since(CountedWork before) {
        return new CountedWork(
                records - before.records,
                reads - before.reads,
                writes - before.writes,
                alarmsSet - before.alarmsSet,
                conditions - before.conditions,
                allocatedBytes - before.allocatedBytes);
    }

    private static void take(byte[] record, Program program, CountedStore store) {
        if (program.decoder().decode(record, null) instanceof Decoded.Accepted accepted
                && program.timetable()
                        .at(accepted.event().time())
                        .reads(accepted.event().type())) {
            String customer = accepted.event().customer();
            CustomerKey key = store.keyOf(customer);
            Memory before = store.of(key).load(key, customer);
            long passed = accepted.event().time() - GRACE_MILLIS;
            StepResult result = Engine.step(program, before.state(), new Input.Arrived(accepted.event(), passed));
            store.of(key).store(before, before.then(result.state(), result.nextDue()));
        }
    }

    double readsPerRecord() {
        return (double) reads / records;
    }

    double writesPerRecord() {
        return (double) writes / records;
    }

    double alarmsPerRecord() {
        return (double) alarmsSet / records;
    }

    double conditionsPerRecord() {
        return (double) conditions / records;
    }

    double bytesPerRecord() {
        return (double) allocatedBytes / records;
    }
}
