package dev.anlass.jobs.operator;

import dev.anlass.engine.decide.Brakes;
import dev.anlass.engine.decide.Stops;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Channel;
import dev.anlass.engine.step.Program;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The brakes that are on in one subtask: what is stopped, and what is left of its share of the ceilings in the present
 * minute.
 *
 * <p>Not kept over a restart: a new share begins then.
 */
final class ActiveBrakes {

    private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();

    private final Supplier<Stops> stops;
    private final CeilingShare share;
    private final LongSupplier clock;
    private final Map<String, Integer> wentOut = new HashMap<>();
    private @Nullable Program looked;
    private boolean hasCeilings;
    private long minute = Long.MIN_VALUE;

    /** @param clock the wall clock, in milliseconds since 1970 */
    ActiveBrakes(Supplier<Stops> stops, CeilingShare share, LongSupplier clock) {
        this.stops = stops;
        this.share = share;
        this.clock = clock;
    }

    /**
     * The program with the brakes on as they are now.
     *
     * @param time says which bundle's ceilings count, in milliseconds since 1970
     */
    Program on(Program program, long time) {
        if (program != looked) {
            hasCeilings = program.bundles().stream()
                    .anyMatch(bundle -> bundle.channels().values().stream().anyMatch(Channel::hasCeiling));
            looked = program;
        }
        if (!hasCeilings) {
            return program.under(Brakes.of(stops.get()));
        }
        return program.under(
                new Brakes(stops.get(), room(program.timetable().at(time).bundle())));
    }

    /** An action has gone out. */
    void wentOut(String channel) {
        if (hasCeilings) {
            wentOut.merge(channel, 1, Integer::sum);
        }
    }

    private Map<String, Integer> room(Bundle bundle) {
        long now = Math.floorDiv(clock.getAsLong(), MINUTE_MILLIS);
        if (now != minute) {
            minute = now;
            wentOut.clear();
        }
        Map<String, Integer> room = new HashMap<>();
        for (Channel channel : bundle.channels().values()) {
            if (channel.hasCeiling()) {
                int most = share.of(channel.ceilingPerMinute(), minute);
                room.put(channel.name(), Math.max(0, most - wentOut.getOrDefault(channel.name(), 0)));
            }
        }
        return room;
    }
}
