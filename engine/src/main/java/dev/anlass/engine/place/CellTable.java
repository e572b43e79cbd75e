package dev.anlass.engine.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From the cells of one level to the numbers of the fences that may reach into them, each with a box around what does.
 *
 * <p>A hash table that does not remember its cells: the fences of all cells with one hash lie together, and their boxes
 * tell them apart. So a lookup touches little memory, allocates nothing and follows no reference.
 */
final class CellTable {

    /** Spreads numbers of cells, which are alike in most bits (64-bit golden ratio). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final Comparator<Entry> IN_ORDER =
            Comparator.comparingInt(Entry::hash).thenComparingInt(Entry::fence);

    private static final int SOUTH = 0;
    private static final int NORTH = 1;
    private static final int WEST = 2;
    private static final int EAST = 3;
    private static final int FENCE = 4;
    private static final int SIZE = 5;

    private record Entry(int hash, int fence, Box box) {}

    private final int shift;

    /** Where the entries of a hash begin; they end where those of the next begin. */
    private final int[] starts;

    /** The sides of a box and the number of a fence, which rises within a hash. */
    private final int[] entries;

    /** The covering of fence number i stands at index i; those of other levels are left out. */
    CellTable(int level, List<Covering> coverings) {
        int cells = coverings.stream()
                .filter(covering -> covering.level() == level)
                .mapToInt(covering -> covering.boxes().size())
                .sum();
        int hashes = 2 * Integer.highestOneBit(Math.max(1, cells));
        this.shift = Long.SIZE - Integer.numberOfTrailingZeros(hashes);
        List<Entry> sorted = sorted(level, coverings);
        this.starts = new int[hashes + 1];
        this.entries = new int[SIZE * sorted.size()];
        int at = 0;
        for (Entry entry : sorted) {
            starts[entry.hash() + 1] = place(entry, at);
            at += SIZE;
        }
        for (int hash = 0; hash < hashes; hash++) {
            starts[hash + 1] = Math.max(starts[hash], starts[hash + 1]);
        }
    }

    /** Where the entries of a cell begin. */
    int start(long cell) {
        return starts[hash(cell)];
    }

    /** Where the entries of a cell end, exclusive. */
    int end(long cell) {
        return starts[hash(cell) + 1];
    }

    /** From an entry to the next. */
    static int next(int at) {
        return at + SIZE;
    }

    /** Whether the fence of an entry may contain a point of the cell. */
    boolean mayContain(int at, int north, int east) {
        return entries[at + SOUTH] <= north
                && north <= entries[at + NORTH]
                && entries[at + WEST] <= east
                && east <= entries[at + EAST];
    }

    /** The number of the fence of an entry. */
    int fence(int at) {
        return entries[at + FENCE];
    }

    private int hash(long cell) {
        return (int) ((cell * SPREAD) >>> shift);
    }

    /** Each fence once for each hash. */
    private List<Entry> sorted(int level, List<Covering> coverings) {
        List<Entry> all = new ArrayList<>();
        for (int fence = 0; fence < coverings.size(); fence++) {
            if (coverings.get(fence).level() == level) {
                for (var cell : coverings.get(fence).boxes().entrySet()) {
                    all.add(new Entry(hash(cell.getKey()), fence, cell.getValue()));
                }
            }
        }
        all.sort(IN_ORDER);
        return united(all);
    }

    private static List<Entry> united(List<Entry> sorted) {
        List<Entry> united = new ArrayList<>(sorted.size());
        for (Entry entry : sorted) {
            int last = united.size() - 1;
            if (last >= 0 && IN_ORDER.compare(united.get(last), entry) == 0) {
                Box both = united.get(last).box().with(entry.box());
                united.set(last, new Entry(entry.hash(), entry.fence(), both));
            } else {
                united.add(entry);
            }
        }
        return united;
    }

    private int place(Entry entry, int at) {
        entries[at + SOUTH] = entry.box().south();
        entries[at + NORTH] = entry.box().north();
        entries[at + WEST] = entry.box().west();
        entries[at + EAST] = entry.box().east();
        entries[at + FENCE] = entry.fence();
        return at + SIZE;
    }
}
