package dev.anlass.jobs.operator;

import dev.anlass.engine.step.CustomerState;

/** Where the memory of customers is kept between two inputs. */
interface CustomerStore {

    /**
     * What is remembered of a customer.
     *
     * @param nextDue when they are to be woken, in milliseconds since 1970; {@code Long.MAX_VALUE} if never
     */
    record Memory(CustomerState state, long nextDue) {

        String customer() {
            return state.customer();
        }

        static Memory none(String customer) {
            return new Memory(CustomerState.fresh(customer), Long.MAX_VALUE);
        }
    }

    /** What is remembered of the customer whose turn it is. */
    Memory load(String customer);

    /** The wake-up call of this customer has rung, and is not set any more; gives what is remembered now. */
    Memory rang(Memory memory);

    /** Remembers the later instead of the earlier, and wakes the customer accordingly. What did not change costs nothing. */
    void store(Memory earlier, Memory later);
}
