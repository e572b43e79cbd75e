package dev.anlass.jobs.demo;

import dev.anlass.engine.place.Fence;
import dev.anlass.jobs.demo.city.CityDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a generated day. */
public final class GeneratedEvents implements EventStream {

    private final CityDay day;

    public GeneratedEvents(long seed, int customers, List<Fence> fences) {
        this.day = new CityDay(seed, customers, fences);
    }

    @Override
    public byte @Nullable [] next() {
        return day.hasNext() ? day.next() : null;
    }

    @Override
    public long rhythmFrom() {
        return CityDay.MIDNIGHT;
    }

    @Override
    public void close() {}
}
