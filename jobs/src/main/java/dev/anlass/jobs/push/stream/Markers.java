package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.connector.DeliveryJson;
import dev.anlass.jobs.operator.CustomerKeys;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * Says when a subtask has read everything that stood in the events when it began.
 *
 * <p>It writes a marker behind all that stands in each partition. The markers come back like events of a customer whose
 * key belongs to the subtask, hence behind all events of its customers.
 */
final class Markers {

    private final String name;
    private final Set<Integer> missing = new HashSet<>();

    private Markers(String name) {
        this.name = name;
    }

    /**
     * Writes them.
     *
     * @param partitions of the events
     */
    static Markers write(Ledger ledger, int partitions, CustomerKeys keys, TaskInfo task) {
        Markers markers = new Markers(name(keys, task));
        CompletableFuture<?>[] written = new CompletableFuture<?>[partitions];
        for (int partition = 0; partition < partitions; partition++) {
            markers.missing.add(partition);
            written[partition] = ledger.mark(partition, DeliveryJson.marker(markers.name, partition));
        }
        ledger.flush();
        CompletableFuture.allOf(written).join();
        return markers;
    }

    private static String name(CustomerKeys keys, TaskInfo task) {
        while (true) {
            String name = DeliveryJson.MARKER + UUID.randomUUID();
            int subtask = KeyGroupRangeAssignment.assignKeyToParallelOperator(
                    keys.of(name), task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks());
            if (subtask == task.getIndexOfThisSubtask()) {
                return name;
            }
        }
    }

    /** One has come back; those of earlier attempts say nothing. */
    void found(Note.Marked marked) {
        if (marked.customer().equals(name)) {
            missing.remove(marked.partition());
        }
    }

    boolean allFound() {
        return missing.isEmpty();
    }
}
