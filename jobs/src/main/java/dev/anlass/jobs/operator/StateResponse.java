package dev.anlass.jobs.operator;

import org.apache.flink.runtime.operators.coordination.CoordinationResponse;

/**
 * What the running job remembers of a customer.
 *
 * @param json an object; empty if nothing is remembered
 */
public record StateResponse(String json) implements CoordinationResponse {

    /** Without what it says, for logs. */
    @Override
    public String toString() {
        return "state of a customer";
    }
}
