package dev.anlass.jobs.operator;

import dev.anlass.engine.event.Catalogue;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.event.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** The time of tick records; every other record says nothing. */
final class TickTime implements RecordTime {

    /** Knows no type but the tick, which needs no catalogue: of all others it reads no more than the attributes. */
    static final EventDecoder DECODER = new EventDecoder(new Catalogue(Map.of(), Map.of()), Map.of(), Set.of());

    private static final String TYPE = "type";
    private static final SoughtBytes QUOTED =
            new SoughtBytes(('"' + EventType.TICK + '"').getBytes(StandardCharsets.US_ASCII));

    @Override
    public long of(RawRecord raw) {
        return mayBeTick(raw) && raw.decodedBy(DECODER) instanceof Decoded.Tick tick ? tick.time() : NOTHING;
    }

    /** Without decoding: most records are no ticks. */
    private static boolean mayBeTick(RawRecord raw) {
        return raw.isBinaryMode() ? EventType.TICK.equals(raw.attributes().get(TYPE)) : QUOTED.areIn(raw.value());
    }
}
