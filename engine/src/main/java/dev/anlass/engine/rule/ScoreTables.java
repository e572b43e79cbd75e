package dev.anlass.engine.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which score table is used at which time: the one with the largest effective time; the first is also used for what is older. */
public record ScoreTables(List<ScoreTable> tables) {

    public static final ScoreTables NONE = new ScoreTables(List.of());

    /** @param tables of several with one effective time the last is used */
    public ScoreTables {
        Map<Long, ScoreTable> byTime = new TreeMap<>();
        tables.forEach(table -> byTime.put(table.effectiveFrom(), table));
        tables = List.copyOf(byTime.values());
    }

    /** Those that become known one after the other: before the first of them there was none. */
    public static ScoreTables published(List<ScoreTable> tables) {
        List<ScoreTable> all = new ArrayList<>(List.of(ScoreTable.NONE));
        all.addAll(tables);
        return new ScoreTables(all);
    }

    /** With one more; if there are more than so many then, the one of the earliest time gives way. */
    public ScoreTables with(ScoreTable table, int most) {
        List<ScoreTable> more = new ArrayList<>(tables);
        more.add(table);
        ScoreTables all = new ScoreTables(more);
        int surplus = Math.max(0, all.tables.size() - most);
        return surplus == 0 ? all : new ScoreTables(all.tables.subList(surplus, all.tables.size()));
    }

    /** Null if there are no tables. */
    public @Nullable ScoreTable at(long time) {
        ScoreTable used = tables.isEmpty() ? null : tables.get(0);
        for (ScoreTable table : tables) {
            if (table.effectiveFrom() <= time) {
                used = table;
            }
        }
        return used;
    }
}
