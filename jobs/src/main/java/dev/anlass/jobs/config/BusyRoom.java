package dev.anlass.jobs.config;

/**
 * The room of a subtask for customers who are kept ready: bytes of the heap, or customers where they are only counted.
 *
 * @param size of all of it
 * @param each what any customer takes
 * @param eachStoredByte what is taken besides for each byte that is stored of a customer
 */
public record BusyRoom(long size, int each, int eachStoredByte) {

    /** What a customer takes of whom so many bytes are stored. */
    public long takenBy(int storedBytes) {
        return each + (long) eachStoredByte * storedBytes;
    }

    /** How many fit in of whom so many bytes are stored. */
    public int customersOf(int storedBytes) {
        return (int) Math.min(Integer.MAX_VALUE, size / takenBy(storedBytes));
    }
}
