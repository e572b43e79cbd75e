package dev.anlass.engine.place;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cells of one level that may hold a point of a shape: few, and wider the larger the shape is.
 *
 * @param boxes for each cell one around all parts of the shape that reach into it
 */
record Covering(int level, Map<Long, Box> boxes) {

    /** Cells of one fence, however many parts it has. */
    private static final int MAX_CELLS = 64;

    static Covering of(Region region) {
        List<Box> bounds = region.bounds();
        int level = bounds.stream().mapToInt(Grid::levelFor).max().orElse(0);
        Covering covering = on(level, bounds);
        while (covering.boxes.size() > MAX_CELLS) {
            covering = on(covering.level + 1, bounds);
        }
        return covering;
    }

    private static Covering on(int level, List<Box> bounds) {
        Map<Long, Box> boxes = new TreeMap<>();
        for (Box bound : bounds) {
            Grid.forEachCell(level, bound, cell -> boxes.merge(cell, bound, Box::with));
        }
        return new Covering(level, boxes);
    }
}
