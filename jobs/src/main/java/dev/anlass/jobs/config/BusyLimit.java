package dev.anlass.jobs.config;

import java.io.Serializable;

/**
 * How many customers a subtask keeps ready for use.
 *
 * @param customers as it was set; 0 for as many as the heap has room for
 */
public record BusyLimit(int customers) implements Serializable {

    private static final long serialVersionUID = 1L;

    public static final BusyLimit BY_HEAP = new BusyLimit(0);

    /** So much of the heap is reckoned with for all who are kept ready in a process: they may well be five times as large. */
    private static final double SHARE_OF_HEAP = 0.1;

    /** Enough for an active customer of the retail mix, who takes 2 to 3 thousand; who is tracked every second takes more. */
    private static final int BYTES_EACH = 4096;

    public BusyLimit {
        if (customers < 0) {
            throw new IllegalArgumentException("a subtask cannot keep " + customers + " customers ready");
        }
    }

    /**
     * The limit in a process.
     *
     * @param heap the most that it may take, in bytes
     * @param slots how many subtasks it may run
     */
    public int in(long heap, int slots) {
        double room = heap * SHARE_OF_HEAP / BYTES_EACH / slots;
        return customers == BY_HEAP.customers ? (int) Math.max(1, room) : customers;
    }
}
