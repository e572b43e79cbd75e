package dev.anlass.jobs.operator;

import org.apache.flink.runtime.operators.coordination.CoordinationRequest;

/** Asks the running job what it remembers of a customer. */
public record StateRequest(String customer) implements CoordinationRequest {

    /** Without the customer, for logs. */
    @Override
    public String toString() {
        return "request for the state of a customer";
    }
}
