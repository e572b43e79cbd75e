package dev.anlass.jobs.operator;

import org.apache.flink.runtime.operators.coordination.OperatorEvent;

/** Asks every subtask what it remembers of a customer; the one that keeps them answers. */
record StateQuestion(long number, String customer) implements OperatorEvent {

    /** Without the customer: Flink writes events that are lost into its log. */
    @Override
    public String toString() {
        return "question " + number;
    }
}
