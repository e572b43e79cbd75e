package dev.anlass.jobs.operator;

import dev.anlass.engine.event.Decoded;

/** The time of ticks and events, never ahead of the record's own; what cannot be read says nothing. */
final class EventTime implements RecordTime {

    @Override
    public long of(RawRecord raw) {
        Decoded decoded = raw.decodedBy(TickTime.DECODER);
        if (decoded instanceof Decoded.Tick tick) {
            return tick.time();
        }
        return decoded instanceof Decoded.UnknownType event ? event.time() : NOTHING;
    }
}
