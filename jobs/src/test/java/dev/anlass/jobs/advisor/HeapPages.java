package dev.anlass.jobs.advisor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of a book in memory. */
final class HeapPages implements Book.Pages {

    private final Map<String, Standing> standings = new LinkedHashMap<>();

    @Override
    public @Nullable Standing find(String actionId) {
        return standings.get(actionId);
    }

    @Override
    public void put(Standing standing) {
        standings.put(standing.proposal().actionId(), standing);
    }

    @Override
    public void remove(String actionId) {
        standings.remove(actionId);
    }

    @Override
    public List<Standing> all() {
        return List.copyOf(standings.values());
    }
}
