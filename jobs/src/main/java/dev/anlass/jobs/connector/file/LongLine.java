package dev.anlass.jobs.connector.file;

import java.security.MessageDigest;
import java.util.Arrays;

/** A line that is put together from pieces; what goes beyond its limit is hashed and not kept. */
final class LongLine {

    private final byte[] kept;
    private final MessageDigest digest = EventLine.sha256Digest();
    private int length;

    LongLine(int limit) {
        this.kept = new byte[limit];
    }

    void append(byte[] bytes, int from, int to) {
        digest.update(bytes, from, to - from);
        int room = Math.min(to - from, kept.length - length);
        System.arraycopy(bytes, from, kept, length, room);
        length += room;
    }

    EventLine asLine(String file, long number) {
        return new EventLine(file, number, Arrays.copyOf(kept, length), digest.digest());
    }
}
