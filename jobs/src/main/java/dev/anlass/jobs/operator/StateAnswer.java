package dev.anlass.jobs.operator;

import org.apache.flink.runtime.operators.coordination.OperatorEvent;

/** What the subtask that keeps a customer remembers of them, to a question. */
record StateAnswer(long number, String json) implements OperatorEvent {}
