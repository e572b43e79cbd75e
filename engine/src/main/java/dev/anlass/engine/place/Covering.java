package dev.anlass.engine.place;

import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2CellUnion;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2LatLngRect;
import com.google.common.geometry.S2Projections;
import com.google.common.geometry.S2RegionCoverer;
import java.util.ArrayList;
import java.util.List;

/** The S2 cells that may hold a point of a shape: few, disjoint, and coarser the larger the shape is. */
final class Covering {

    /** Cells of about half a kilometre: finer ones would not make fences of 100 m cheaper to find. */
    static final int FINEST_LEVEL = 14;

    /** Cells of one fence, however many parts it has. */
    private static final int MAX_CELLS = 64;

    /** Half a metre: more than rounding can move a point. */
    private static final S2LatLng MARGIN = S2LatLng.fromRadians(1e-7, 1e-7);

    private static final double CELLS_ACROSS = 2;

    private Covering() {}

    static long[] of(Region region) {
        List<S2LatLngRect> bounds = region.bounds();
        List<S2CellId> cells = new ArrayList<>();
        for (S2LatLngRect bound : bounds) {
            cells.addAll(cover(bound));
        }
        if (bounds.size() > 1) {
            cells = unite(cells);
        }
        return cells.stream().mapToLong(S2CellId::id).toArray();
    }

    private static List<S2CellId> cover(S2LatLngRect bound) {
        S2LatLngRect wide = bound.expanded(MARGIN).polarClosure();
        ArrayList<S2CellId> cells = new ArrayList<>();
        S2RegionCoverer.getSimpleCovering(wide, wide.getCenter().toPoint(), levelFor(wide), cells);
        return cells;
    }

    /** Only every other level is used, so that a lookup has few of them to try. */
    private static int levelFor(S2LatLngRect bound) {
        double across = 2 * bound.getCapBound().angle().radians();
        int level = S2Projections.PROJ.minWidth.getMaxLevel(across / CELLS_ACROSS);
        int even = level + level % 2;
        return Math.max(0, Math.min(FINEST_LEVEL, even));
    }

    private static List<S2CellId> unite(List<S2CellId> cells) {
        S2CellUnion union = new S2CellUnion();
        union.initFromCellIds(new ArrayList<>(cells));
        if (union.size() > MAX_CELLS) {
            union = S2RegionCoverer.builder()
                    .setMaxLevel(FINEST_LEVEL)
                    .setMaxCells(MAX_CELLS)
                    .build()
                    .getCovering(union);
        }
        return union.cellIds();
    }
}
