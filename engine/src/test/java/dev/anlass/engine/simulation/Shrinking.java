package dev.anlass.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a world in which something fails as small as it goes while it still fails. */
final class Shrinking {

    private final Predicate<World> fails;

    Shrinking(Predicate<World> fails) {
        this.fails = fails;
    }

    World smallest(World world) {
        World small = withFewerLines(world);
        for (int editions = small.rules().editions().size() - 1; editions > 0; editions--) {
            small = smaller(small, small.with(small.rules().first(editions)));
        }
        small = smaller(small, small.with(small.rules().with(new Scores(List.of()))));
        for (String path : List.copyOf(small.rules().editions().get(0).files().keySet())) {
            small = smaller(small, small.with(small.rules().without(path)));
        }
        return withFewerLines(small);
    }

    /** Half of the lines less, a quarter less, and so on down to single lines, until none can be missed. */
    private World withFewerLines(World world) {
        World small = world;
        for (int chunk = Math.max(1, world.lines().size() / 2); chunk >= 1; chunk = chunk == 1 ? 0 : chunk / 2) {
            World before;
            do {
                before = small;
                for (int from = small.lines().size() - chunk; from >= 0; from -= chunk) {
                    List<String> fewer = new ArrayList<>(small.lines());
                    fewer.subList(from, from + chunk).clear();
                    small = smaller(small, small.with(fewer));
                    from = Math.min(from, small.lines().size());
                }
            } while (small.lines().size() < before.lines().size());
        }
        return small;
    }

    private World smaller(World world, World candidate) {
        return candidate.lines().isEmpty() || !fails.test(candidate) ? world : candidate;
    }
}
