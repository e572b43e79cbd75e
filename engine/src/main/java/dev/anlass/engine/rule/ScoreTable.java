package dev.anlass.engine.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How probable it is that an action comes to a success: an immutable table of what was learned. */
public final class ScoreTable {

    /** Says nothing: every propensity is 1. */
    public static final ScoreTable NONE = new ScoreTable("", Long.MIN_VALUE, null, List.of());

    private final String number;
    private final long effectiveFrom;
    private final @Nullable String segment;
    private final List<ScoreCell> cells;
    private final Map<Key, ScoreCell> byKey;

    private record Key(String action, @Nullable String type) {}

    /**
     * A table.
     *
     * @param effectiveFrom moment decided, in milliseconds since 1970, from which it is used
     * @param segment the segment of whose types there are cells; null if it has none
     * @param cells at most one for each action and type
     */
    public ScoreTable(String number, long effectiveFrom, @Nullable String segment, List<ScoreCell> cells) {
        this.number = number;
        this.effectiveFrom = effectiveFrom;
        this.segment = segment;
        this.cells = List.copyOf(cells);
        this.byKey = this.cells.stream()
                .collect(Collectors.toMap(cell -> new Key(cell.action(), cell.type()), Function.identity()));
    }

    /** Names it, as a bundle's number does. */
    public String number() {
        return number;
    }

    public long effectiveFrom() {
        return effectiveFrom;
    }

    public @Nullable String segment() {
        return segment;
    }

    public List<ScoreCell> cells() {
        return cells;
    }

    public ScoreTable withEffectiveFrom(long time) {
        return new ScoreTable(number, time, segment, cells);
    }

    /** The cell of the action and the type, else that of the action over all types; null if there is neither. */
    public @Nullable ScoreCell cell(String action, @Nullable String type) {
        ScoreCell own = byKey.get(new Key(action, type));
        return own != null ? own : byKey.get(new Key(action, null));
    }
}
