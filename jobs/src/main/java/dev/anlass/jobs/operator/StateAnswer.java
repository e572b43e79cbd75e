package dev.anlass.jobs.operator;

import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the subtask that keeps a customer remembers of them, to a question.
 *
 * @param json an object; empty if nothing is remembered, null if that cannot be read
 */
record StateAnswer(long number, @Nullable String json) implements OperatorEvent {

    /** Without what it says: Flink writes events that are lost into its log. */
    @Override
    public String toString() {
        return "answer to question " + number;
    }
}
