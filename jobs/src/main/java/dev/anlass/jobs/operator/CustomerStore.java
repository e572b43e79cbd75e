package dev.anlass.jobs.operator;

import dev.anlass.engine.step.CustomerState;

/** Where the memory of customers is kept between two inputs. */
interface CustomerStore {

    /**
     * What is remembered of a customer.
     *
     * @param key under which they are kept
     * @param nextDue when they are to be woken, in milliseconds since 1970; {@code Long.MAX_VALUE} if never
     */
    record Memory(CustomerKey key, CustomerState state, long nextDue) {

        String customer() {
            return state.customer();
        }

        static Memory none(CustomerKey key, String customer) {
            return new Memory(key, CustomerState.fresh(customer), Long.MAX_VALUE);
        }

        Memory then(CustomerState later, long due) {
            return new Memory(key, later, due);
        }
    }

    /** What is remembered of the customer whose turn it is and who is known already. */
    Memory load(CustomerKey key);

    /** What is remembered of the customer whose turn it is, if anything is. */
    Memory load(CustomerKey key, String customer);

    /** The wake-up call of this customer has rung, and is not set any more; gives what is remembered now. */
    Memory rang(Memory memory);

    /** Remembers the later instead of the earlier, and wakes the customer accordingly. What did not change costs nothing. */
    void store(Memory earlier, Memory later);
}
