package dev.anlass.jobs.operator;

/** When customers are to be woken: at most one alarm each. */
interface Alarms {

    /**
     * Wakes the customer, whose turn it is, at another time than before.
     *
     * @param insteadOf when they were to be woken, in milliseconds since 1970; {@code Long.MAX_VALUE} if never
     * @param at when they are to be woken; {@code Long.MAX_VALUE} if never
     */
    void move(CustomerKey customer, long insteadOf, long at);
}
