package dev.anlass.jobs.config;

/** What is promised of every action and record that goes out. */
public enum Delivery {
    /** None is missing; after a failure some come again, under the same ids. */
    AT_LEAST_ONCE,
    /** None is missing and none comes again; they become visible with each checkpoint. */
    EXACTLY_ONCE
}
