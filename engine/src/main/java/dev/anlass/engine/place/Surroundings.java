package dev.anlass.engine.place;

import java.util.List;

/**
 * On which levels of the grid there is anything in each half degree of the map.
 *
 * <p>Small enough to stay in the processor's own memory: what is far from every fence, and levels on which nothing is
 * near, cost no look into a large table.
 */
final class Surroundings {

    private static final int HALF_DEGREE_BITS = 21;
    private static final int ROWS = (Grid.north(90) >> HALF_DEGREE_BITS) + 1;
    private static final int COLUMNS = (Grid.east(180) >> HALF_DEGREE_BITS) + 1;

    private final byte[] levels = new byte[ROWS * COLUMNS];

    static Surroundings of(List<Covering> coverings) {
        Surroundings surroundings = new Surroundings();
        for (Covering covering : coverings) {
            covering.boxes().values().forEach(box -> surroundings.add(covering.level(), box));
        }
        return surroundings;
    }

    private void add(int level, Box box) {
        for (int row = box.south() >> HALF_DEGREE_BITS; row <= box.north() >> HALF_DEGREE_BITS; row++) {
            for (int column = box.west() >> HALF_DEGREE_BITS; column <= box.east() >> HALF_DEGREE_BITS; column++) {
                levels[row * COLUMNS + column] |= (byte) (1 << level);
            }
        }
    }

    /** A set of levels, level 0 in the lowest bit. */
    int levels(int north, int east) {
        return levels[(north >> HALF_DEGREE_BITS) * COLUMNS + (east >> HALF_DEGREE_BITS)];
    }
}
