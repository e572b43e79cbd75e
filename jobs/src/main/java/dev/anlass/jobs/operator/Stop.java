package dev.anlass.jobs.operator;

import dev.anlass.engine.decide.Stops;
import dev.anlass.jobs.operator.Stoppable.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something that a person has stopped, since when and why. */
public record Stop(Stoppable what, Instant since, @Nullable String reason) {

    /** As the engine takes them. */
    public static Stops all(Collection<Stop> stops) {
        return new Stops(!names(stops, Kind.ALL).isEmpty(), names(stops, Kind.CHANNEL), names(stops, Kind.TRIGGER));
    }

    private static Set<String> names(Collection<Stop> stops, Kind kind) {
        return stops.stream()
                .filter(stop -> stop.what().kind() == kind)
                .map(stop -> stop.what().name())
                .collect(Collectors.toUnmodifiableSet());
    }
}
