package dev.anlass.engine.place;

import dev.anlass.engine.event.Fields;
import dev.anlass.engine.event.OrderKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All fences of a bundle, found by id and by place.
 *
 * <p>Cells of a grid narrow the choice, and so does a box in each of them; the exact test decides: the answer is that of
 * testing every fence.
 */
public final class FenceIndex {

    private static final Comparator<Fence> BY_ID = (left, right) -> OrderKey.compareUtf8(left.id(), right.id());

    public static final FenceIndex EMPTY = new FenceIndex(new Fence[0]);

    private final Fence[] fences;
    private final Region[] regions;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final CellTable[] tables = new CellTable[Grid.LEVELS];
    private final Surroundings surroundings;

    /** @param fences in the order of their ids */
    private FenceIndex(Fence[] fences) {
        this.fences = fences;
        this.regions = Stream.of(fences).map(fence -> Region.of(fence.shape())).toArray(Region[]::new);
        for (int number = 0; number < fences.length; number++) {
            numbers.put(fences[number].id(), number);
        }
        List<Covering> coverings = Stream.of(regions).map(Covering::of).toList();
        for (int level = 0; level < tables.length; level++) {
            tables[level] = new CellTable(level, coverings);
        }
        this.surroundings = Surroundings.of(coverings);
    }

    /** Refuses two fences with one id. */
    public static FenceIndex of(List<Fence> fences) {
        Fence[] sorted = fences.stream().sorted(BY_ID).toArray(Fence[]::new);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i].id().equals(sorted[i - 1].id())) {
                throw new IllegalArgumentException("two fences with the id " + sorted[i].id());
            }
        }
        return sorted.length == 0 ? EMPTY : new FenceIndex(sorted);
    }

    /** What an event about a fence says of it to conditions. */
    public static Fields fenceFields(Fence fence) {
        return Fields.of(Map.of("fence_id", fence.id(), "fence", fence.properties()));
    }

    public @Nullable Fence byId(String fenceId) {
        Integer number = numbers.get(fenceId);
        return number == null ? null : fences[number];
    }

    /** The fences that the position lies in, border included, in the order of their ids. */
    public List<Fence> containing(Position position) {
        int north = Grid.north(position.latitude());
        int east = Grid.east(position.longitude());
        List<Fence> found = List.of();
        for (int levels = surroundings.levels(north, east); levels != 0; levels &= levels - 1) {
            found = withContaining(position, north, east, Integer.numberOfTrailingZeros(levels), found);
        }
        if (found.size() > 1) {
            found.sort(BY_ID);
        }
        return found;
    }

    private List<Fence> withContaining(Position position, int north, int east, int level, List<Fence> before) {
        List<Fence> found = before;
        CellTable table = tables[level];
        long cell = Grid.cell(level, north, east);
        int end = table.end(cell);
        for (int at = table.start(cell); at < end; at = CellTable.next(at)) {
            if (table.mayContain(at, north, east) && regions[table.fence(at)].contains(position)) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(fences[table.fence(at)]);
            }
        }
        return found;
    }

    /** From the position to the nearest point of a fence of this index; 0 inside. */
    public double distanceMeters(Fence fence, Position position) {
        Integer number = numbers.get(fence.id());
        if (number == null) {
            throw new IllegalArgumentException("no fence with the id " + fence.id());
        }
        return regions[number].distanceMeters(position);
    }
}
