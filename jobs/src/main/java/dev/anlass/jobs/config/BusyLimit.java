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

    /** So much of the heap is for all who are kept ready in a process. */
    private static final double SHARE_OF_HEAP = 0.2;

    /** What a customer takes of whom nothing is remembered, in bytes of the heap. */
    private static final int BYTES_EACH = 400;

    /** So many bytes of the heap for each that is stored: customers of the measured streams take 6 to 11. */
    private static final int BYTES_FOR_ONE_STORED = 10;

    public BusyLimit {
        if (customers < 0) {
            throw new IllegalArgumentException("a subtask cannot keep " + customers + " customers ready");
        }
    }

    /**
     * The room in a process.
     *
     * @param heap the most that it may take, in bytes
     * @param slots how many subtasks it may run
     */
    public BusyRoom in(long heap, int slots) {
        return customers == BY_HEAP.customers
                ? new BusyRoom((long) (heap * SHARE_OF_HEAP / slots), BYTES_EACH, BYTES_FOR_ONE_STORED)
                : new BusyRoom(customers, 1, 0);
    }
}
