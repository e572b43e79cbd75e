package dev.anlass.engine.place;

import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
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
 * <p>Cells that the fences cover narrow the choice, the exact test decides: the answer is that of testing every fence.
 */
public final class FenceIndex {

    private static final Comparator<Fence> BY_ID = (left, right) -> OrderKey.compareUtf8(left.id(), right.id());

    public static final FenceIndex EMPTY = of(List.of());

    private record Placed(Fence fence, Region region) {}

    private final Placed[] placed;
    private final Map<String, Placed> byId;
    private final CellTable table;

    private FenceIndex(Placed[] placed, Map<String, Placed> byId) {
        this.placed = placed;
        this.byId = byId;
        this.table = new CellTable(
                Stream.of(placed).map(each -> Covering.of(each.region())).toList());
    }

    /** Refuses two fences with one id. */
    public static FenceIndex of(List<Fence> fences) {
        Placed[] placed = fences.stream()
                .sorted(BY_ID)
                .map(fence -> new Placed(fence, Region.of(fence.shape())))
                .toArray(Placed[]::new);
        Map<String, Placed> byId = new HashMap<>();
        for (Placed each : placed) {
            if (byId.put(each.fence().id(), each) != null) {
                throw new IllegalArgumentException(
                        "two fences with the id " + each.fence().id());
            }
        }
        return new FenceIndex(placed, byId);
    }

    /** What an event about a fence says of it to conditions. */
    public static Fields fenceFields(Fence fence) {
        return Fields.of(Map.of("fence_id", fence.id(), "fence", fence.properties()));
    }

    public @Nullable Fence byId(String fenceId) {
        Placed found = byId.get(fenceId);
        return found == null ? null : found.fence();
    }

    /** The fences that the position lies in, border included, in the order of their ids. */
    public List<Fence> containing(Position position) {
        S2CellId leaf = S2CellId.fromLatLng(S2LatLng.fromDegrees(position.latitude(), position.longitude()));
        List<Fence> found = List.of();
        for (int level : table.levels()) {
            int slot = table.find(leaf.parent(level).id());
            if (slot != CellTable.ABSENT) {
                found = withContaining(position, slot, found);
            }
        }
        if (found.size() > 1) {
            found.sort(BY_ID);
        }
        return found;
    }

    private List<Fence> withContaining(Position position, int slot, List<Fence> before) {
        List<Fence> found = before;
        for (int at = table.start(slot); at < table.end(slot); at++) {
            Placed candidate = placed[table.member(at)];
            if (candidate.region().contains(position)) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(candidate.fence());
            }
        }
        return found;
    }

    /** From the position to the nearest point of a fence of this index; 0 inside. */
    public double distanceMeters(Fence fence, Position position) {
        Placed found = byId.get(fence.id());
        if (found == null) {
            throw new IllegalArgumentException("no fence with the id " + fence.id());
        }
        return found.region().distanceMeters(position);
    }
}
