package dev.anlass.jobs;

import java.util.Collection;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.state.rocksdb.ConfigurableRocksDBOptionsFactory;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Env;
import org.rocksdb.Priority;

/** What Flink has no settings of its own for: when RocksDB compacts, and that events go before compactions. */
public final class StoreOptions implements ConfigurableRocksDBOptionsFactory {

    private static final long serialVersionUID = 1L;

    /** Files of write buffers that make a compaction: twice the usual, as are all three, for the buffers are small. */
    private static final int FILES_OF_A_COMPACTION = 8;

    private static final int FILES_THAT_SLOW_WRITES = 40;
    private static final int FILES_THAT_STOP_WRITES = 72;

    @Override
    public RocksDBOptionsFactory configure(ReadableConfig configuration) {
        return this;
    }

    /**
     * Compactions give way to everything else, in all stores of the process: only after an erasure does anybody wait for one,
     * and that for minutes.
     */
    @Override
    public DBOptions createDBOptions(DBOptions usual, Collection<AutoCloseable> toClose) {
        Env.getDefault().lowerThreadPoolCPUPriority(Priority.LOW);
        return usual;
    }

    @Override
    public ColumnFamilyOptions createColumnOptions(ColumnFamilyOptions usual, Collection<AutoCloseable> toClose) {
        return usual.setLevel0FileNumCompactionTrigger(FILES_OF_A_COMPACTION)
                .setLevel0SlowdownWritesTrigger(FILES_THAT_SLOW_WRITES)
                .setLevel0StopWritesTrigger(FILES_THAT_STOP_WRITES);
    }
}
