package dev.anlass.jobs.operator;

import java.util.Arrays;

/**
 * A few bytes that are looked for in many records.
 *
 * <p>Most of a record is stepped over: the byte under the end of what is sought says how far it can be moved (R. N. Horspool,
 * Practical fast searching in strings, 1980).
 */
public final class SoughtBytes {

    private static final int BYTES = 256;

    private final byte[] sought;
    private final int[] moves = new int[BYTES];

    public SoughtBytes(byte[] sought) {
        this.sought = sought.clone();
        Arrays.fill(moves, sought.length);
        for (int at = 0; at < sought.length - 1; at++) {
            moves[sought[at] & 0xFF] = sought.length - 1 - at;
        }
    }

    public boolean areIn(byte[] record) {
        int last = sought.length - 1;
        // JSON is full of quotes, with which most of what is sought ends.
        int nearLast = Math.max(last - 1, 0);
        for (int end = last; end < record.length; end += moves[record[end] & 0xFF]) {
            boolean endsAlike = record[end] == sought[last] && record[end - last + nearLast] == sought[nearLast];
            if (endsAlike && Arrays.equals(record, end - last, end + 1, sought, 0, sought.length)) {
                return true;
            }
        }
        return false;
    }
}
