package dev.anlass.engine.simulation;

import dev.anlass.engine.decide.Stops;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A line of a world that says what is stopped from there on; everything else is started. */
final class StopsLine {

    private static final String START = "{\"stops\":[";
    private static final String CHANNEL = "channel/";
    private static final String TRIGGER = "trigger/";

    private StopsLine() {}

    /** @param stopped {@code all}, {@code channel/NAME}, {@code trigger/NAME} */
    static String of(List<String> stopped) {
        List<String> quoted = new ArrayList<>();
        stopped.forEach(each -> quoted.add('"' + each + '"'));
        return START + String.join(",", quoted) + "]}";
    }

    /** What a line says is stopped; null if it says nothing about that. */
    static @Nullable Stops stops(String line) {
        if (!line.startsWith(START)) {
            return null;
        }
        List<String> stopped = List.of(line.substring(START.length()).split("[\",\\]}]+"));
        return new Stops(stopped.contains("all"), named(CHANNEL, stopped), named(TRIGGER, stopped));
    }

    private static Set<String> named(String kind, List<String> stopped) {
        Set<String> names = new TreeSet<>();
        stopped.stream()
                .filter(each -> each.startsWith(kind))
                .forEach(each -> names.add(each.substring(kind.length())));
        return names;
    }
}
