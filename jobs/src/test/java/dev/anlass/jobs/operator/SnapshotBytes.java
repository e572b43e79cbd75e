package dev.anlass.jobs.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.IncrementalKeyedStateHandle.HandleAndLocalPath;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;

/** Every byte that a snapshot holds, as text of one byte a character. */
final class SnapshotBytes {

    private SnapshotBytes() {}

    static String of(OperatorSubtaskState state) throws IOException {
        return text(files(state));
    }

    /** What Flink writes of timers that it keeps on the heap. */
    static String ofTimers(OperatorSubtaskState state) throws IOException {
        return text(timers(state));
    }

    private static String text(List<StreamStateHandle> files) throws IOException {
        StringBuilder all = new StringBuilder();
        for (StreamStateHandle file : files) {
            try (var in = file.openInputStream()) {
                all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    /** The bytes that stand for a customer. */
    static String of(CustomerKey key) throws IOException {
        DataOutputSerializer bytes = new DataOutputSerializer(CustomerKey.BYTES);
        new CustomerKeySerializer().serialize(key, bytes);
        return new String(bytes.getCopyOfBuffer(), StandardCharsets.ISO_8859_1);
    }

    private static List<StreamStateHandle> files(OperatorSubtaskState state) {
        List<StreamStateHandle> files = new ArrayList<>();
        state.getManagedOperatorState().forEach(files::add);
        state.getRawOperatorState().forEach(files::add);
        files.addAll(timers(state));
        state.getManagedKeyedState().forEach(handle -> files.addAll(filesOf(handle)));
        return files;
    }

    private static List<StreamStateHandle> timers(OperatorSubtaskState state) {
        return state.getRawKeyedState().stream()
                .map(handle -> (StreamStateHandle) (StateObject) handle)
                .toList();
    }

    private static List<StreamStateHandle> filesOf(KeyedStateHandle handle) {
        if (handle instanceof IncrementalRemoteKeyedStateHandle incremental) {
            return Stream.concat(
                            Stream.of(incremental.getMetaDataStateHandle()),
                            Stream.concat(incremental.getSharedState().stream(), incremental.getPrivateState().stream())
                                    .map(HandleAndLocalPath::getHandle))
                    .toList();
        }
        return List.of((StreamStateHandle) (StateObject) handle);
    }
}
