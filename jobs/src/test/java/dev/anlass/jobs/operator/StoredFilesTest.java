package dev.anlass.jobs.operator;

import static dev.anlass.jobs.operator.TestEvents.consent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.FlinkOptions;
import dev.anlass.jobs.config.SettingsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.IncrementalKeyedStateHandle.HandleAndLocalPath;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;
import org.rocksdb.SstFileReader;
import org.rocksdb.TableProperties;

/** What RocksDB writes at a checkpoint, as the job sets it. */
class StoredFilesTest {

    private final TestLibrary library = new TestLibrary().with("one", 0, TestRules.files());

    @Test
    void aFileSaysWhoIsNotInItAndIsNotCompressedWhileTheJobWaits(@TempDir Path directory) throws Exception {
        try (TriggerHarness harness = TriggerHarness.on(asTheJobSetsIt(), library, null)) {
            harness.arrive(consent("anna", 0), consent("ben", 1));

            List<HandleAndLocalPath> files = tables(harness.snapshot());

            assertThat(files).isNotEmpty();
            for (HandleAndLocalPath file : files) {
                TableProperties properties = properties(file, directory.resolve(file.getLocalPath()));
                assertThat(properties.getFilterSize())
                        .as("bytes of the bloom filter")
                        .isPositive();
                assertThat(properties.getCompressionName()).isEqualTo("NoCompression");
            }
        }
    }

    /** As RocksDB itself writes down with what options it runs. */
    @Test
    void smallFilesAreCompactedEightAtATimeAndCompressedWhereMuchIsStored() throws Exception {
        try (TriggerHarness harness = TriggerHarness.on(asTheJobSetsIt(), library, null)) {
            harness.arrive(consent("anna", 0));

            List<String> options = new ArrayList<>();
            for (HandleAndLocalPath file :
                    ofEach(harness.snapshot(), IncrementalRemoteKeyedStateHandle::getPrivateState)) {
                if (file.getLocalPath().startsWith("OPTIONS")) {
                    options.add(text(file));
                }
            }

            assertThat(options)
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("level0_file_num_compaction_trigger=8")
                    .contains(
                            "compression_per_level=kNoCompression:kNoCompression:kNoCompression:kSnappyCompression\n");
        }
    }

    private static StateBackend asTheJobSetsIt() {
        return new EmbeddedRocksDBStateBackend()
                .configure(FlinkOptions.of(SettingsReader.ofDefaults()), StoredFilesTest.class.getClassLoader());
    }

    private static List<HandleAndLocalPath> tables(OperatorSubtaskState state) {
        return ofEach(state, IncrementalRemoteKeyedStateHandle::getSharedState);
    }

    private static List<HandleAndLocalPath> ofEach(
            OperatorSubtaskState state, Function<IncrementalRemoteKeyedStateHandle, List<HandleAndLocalPath>> files) {
        return state.getManagedKeyedState().stream()
                .flatMap(handle -> files.apply((IncrementalRemoteKeyedStateHandle) handle).stream())
                .toList();
    }

    private static String text(HandleAndLocalPath file) throws IOException {
        try (var in = file.getHandle().openInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static TableProperties properties(HandleAndLocalPath file, Path copy) throws Exception {
        copy(file, copy);
        try (Options options = new Options();
                SstFileReader reader = new SstFileReader(options)) {
            reader.open(copy.toString());
            return reader.getTableProperties();
        }
    }

    private static void copy(HandleAndLocalPath file, Path copy) throws IOException {
        try (var in = file.getHandle().openInputStream()) {
            Files.copy(in, copy);
        }
    }
}
