package dev.anlass.jobs.config;

/** Where the due times of customers are kept. */
public enum Timers {
    HEAP,
    ROCKSDB
}
