package dev.anlass.engine.place;

import java.util.function.LongConsumer;

/**
 * The map in whole numbers: how far north a latitude and how far east a longitude lies, in units of a few centimetres,
 * and squares made of them, in levels from 0, the finest; on each level they are eight times as wide.
 *
 * <p>Where a point lies takes a multiplication and shifts, no trigonometry. Few levels have to be looked at for a point,
 * since each serves shapes of many sizes.
 */
final class Grid {

    static final int LEVELS = 6;

    private static final int UNIT_BITS = 22;
    private static final double UNITS_PER_DEGREE = 1 << UNIT_BITS;
    private static final double POLE = 90;
    private static final double HALF_TURN = 180;

    /** A cell of level 0 is 1/256 degree, about 400 m, high: finer ones would not make fences of 100 m cheaper to find. */
    private static final int FINEST_BITS = UNIT_BITS - 8;

    private static final int WIDER_BITS = 3;

    /** Cells of a box on one side, at most, on the level that fits it. */
    private static final int CELLS_ACROSS = 2;

    private Grid() {}

    static int north(double latitude) {
        return (int) ((latitude + POLE) * UNITS_PER_DEGREE);
    }

    static int east(double longitude) {
        return (int) ((longitude + HALF_TURN) * UNITS_PER_DEGREE);
    }

    /** The number of the cell around a point. */
    static long cell(int level, int north, int east) {
        int bits = bits(level);
        return number(north >> bits, east >> bits);
    }

    /** The cells that a box reaches into. */
    static void forEachCell(int level, Box box, LongConsumer action) {
        int bits = bits(level);
        for (int row = box.south() >> bits; row <= box.north() >> bits; row++) {
            for (int column = box.west() >> bits; column <= box.east() >> bits; column++) {
                action.accept(number(row, column));
            }
        }
    }

    /** The finest level on which a box reaches into few cells. */
    static int levelFor(Box box) {
        int level = 0;
        while (level < LEVELS - 1 && box.across() >> bits(level) >= CELLS_ACROSS) {
            level++;
        }
        return level;
    }

    private static int bits(int level) {
        return FINEST_BITS + WIDER_BITS * level;
    }

    private static long number(int row, int column) {
        return (long) row << Integer.SIZE | column;
    }
}
