package dev.anlass.jobs.config;

/** Where the due times of customers are kept. */
public enum Timers {
    /** In memory, and in no snapshot. */
    HEAP,
    /** By Flink, in RocksDB and in each snapshot. */
    ROCKSDB
}
