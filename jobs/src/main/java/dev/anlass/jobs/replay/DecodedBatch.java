package dev.anlass.jobs.replay;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.jobs.connector.file.EventLine;
import java.util.List;

/** Some lines, one after the other, as the decoder of a bundle reads them. */
final class DecodedBatch {

    private final Decoded[] records;
    private final long[] newest;

    private DecodedBatch(Decoded[] records) {
        this.records = records;
        this.newest = new long[records.length];
    }

    static DecodedBatch of(List<EventLine> lines, EventDecoder decoder) {
        return new DecodedBatch(
                lines.stream().map(line -> decoder.decode(line.bytes(), null)).toArray(Decoded[]::new));
    }

    /**
     * Says with each record how far time has come.
     *
     * @param before the newest time before the first record, in milliseconds since 1970
     * @return the newest time after the last one
     */
    long passTime(long before) {
        long passed = before;
        for (int i = 0; i < records.length; i++) {
            if (records[i] instanceof Decoded.Accepted accepted) {
                passed = Math.max(passed, accepted.event().time());
            } else if (records[i] instanceof Decoded.Tick tick) {
                passed = Math.max(passed, tick.time());
            }
            newest[i] = passed;
        }
        return passed;
    }

    int size() {
        return records.length;
    }

    Decoded record(int i) {
        return records[i];
    }

    /** Newest time after a record, in milliseconds since 1970; {@code Long.MIN_VALUE} if no event was accepted yet. */
    long newest(int i) {
        return newest[i];
    }

    /** In which of so many shares a record is counted: that of its customer. */
    int shareOf(int i, int shares) {
        int hash = 0;
        if (records[i] instanceof Decoded.Accepted accepted) {
            hash = accepted.event().customer().hashCode();
        } else if (records[i] instanceof Decoded.Rejected rejected && rejected.blocks() != null) {
            hash = rejected.blocks().customer().hashCode();
        }
        return Math.floorMod(hash ^ hash >>> 16, shares);
    }
}
