package dev.anlass.engine.place;

import com.google.common.geometry.S2CellId;
import java.util.Arrays;
import java.util.List;

/**
 * From S2 cells to the numbers of the fences that may reach into them.
 *
 * <p>An open-addressing hash table with linear probing, at most half full; the numbers of one cell lie together and
 * rise. Lookups allocate nothing.
 */
final class CellTable {

    /** Spreads cell ids, which share their low bits (64-bit golden ratio). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** No valid cell has this id. */
    private static final long FREE = 0;

    static final int ABSENT = -1;

    private final long[] cells;
    private final int[] starts;
    private final int[] members;
    private final int shift;
    private final int[] levels;

    /** The covering of fence number i stands at index i. */
    CellTable(List<long[]> coverings) {
        int entries = coverings.stream().mapToInt(covering -> covering.length).sum();
        long[] distinct =
                coverings.stream().flatMapToLong(Arrays::stream).distinct().toArray();
        int capacity = 4 * Integer.highestOneBit(Math.max(1, distinct.length));
        this.shift = Long.SIZE - Integer.numberOfTrailingZeros(capacity);
        this.cells = new long[capacity];
        this.starts = new int[capacity + 1];
        this.members = new int[entries];
        this.levels = Arrays.stream(distinct)
                .mapToInt(cell -> new S2CellId(cell).level())
                .distinct()
                .sorted()
                .toArray();
        countMembers(coverings);
        placeMembers(coverings);
    }

    /** The levels of which there are cells. */
    int[] levels() {
        return levels;
    }

    /** Where the numbers of a cell are looked up, or {@link #ABSENT}. */
    int find(long cell) {
        int slot = slotOf(cell);
        return cells[slot] == FREE ? ABSENT : slot;
    }

    /** The slot of a cell, or the free one where it belongs. */
    private int slotOf(long cell) {
        int slot = (int) ((cell * SPREAD) >>> shift);
        while (cells[slot] != cell && cells[slot] != FREE) {
            slot = slot + 1 == cells.length ? 0 : slot + 1;
        }
        return slot;
    }

    int start(int slot) {
        return starts[slot];
    }

    int end(int slot) {
        return starts[slot + 1];
    }

    /** The fence number at a place between start and end. */
    int member(int at) {
        return members[at];
    }

    private void countMembers(List<long[]> coverings) {
        for (long[] covering : coverings) {
            for (long cell : covering) {
                int slot = slotOf(cell);
                cells[slot] = cell;
                starts[slot + 1]++;
            }
        }
        for (int slot = 0; slot < cells.length; slot++) {
            starts[slot + 1] += starts[slot];
        }
    }

    private void placeMembers(List<long[]> coverings) {
        int[] next = starts.clone();
        for (int fence = 0; fence < coverings.size(); fence++) {
            for (long cell : coverings.get(fence)) {
                members[next[slotOf(cell)]++] = fence;
            }
        }
    }
}
