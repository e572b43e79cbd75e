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

    /** So much of the heap is given to all who are kept ready in a process. */
    private static final double SHARE_OF_HEAP = 0.2;

    /** Enough for an active customer of the retail mix, who takes 2 to 3 thousand. */
    private static final int BYTES_EACH = 4096;

    /**
     * The limit in a process.
     *
     * @param heap the most that it may take, in bytes
     * @param subtasks how many it may run
     */
    public int in(long heap, int subtasks) {
        double room = heap * SHARE_OF_HEAP / BYTES_EACH / subtasks;
        return customers == BY_HEAP.customers ? (int) Math.max(1, room) : customers;
    }
}
