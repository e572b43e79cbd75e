package dev.anlass.engine.simulation;

import java.util.ArrayList;
import java.util.List;

/** Makes a world in which something fails as small as it goes while it still fails. */
final class Shrinking {

    private static final List<String> NEEDED =
            List.of("catalogue/events.yaml", "catalogue/purposes.yaml", "constants.yaml", "fences/places.geojson");

    private Shrinking() {}

    static World smallest(World world) {
        World small = world;
        for (String path : List.copyOf(world.rules().files().keySet())) {
            if (!NEEDED.contains(path)) {
                small = smaller(small, small.without(path));
            }
        }
        World before;
        do {
            before = small;
            for (int i = small.lines().size() - 1; i >= 0; i--) {
                List<String> fewer = new ArrayList<>(small.lines());
                fewer.remove(i);
                small = smaller(small, small.with(fewer));
            }
        } while (small.lines().size() < before.lines().size());
        return small;
    }

    private static World smaller(World world, World candidate) {
        return candidate.lines().isEmpty() || Comparison.difference(candidate).isEmpty() ? world : candidate;
    }
}
