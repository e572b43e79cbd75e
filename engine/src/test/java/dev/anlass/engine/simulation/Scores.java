package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.ScoreCell;
import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rule.Segment;
import dev.anlass.engine.rulefile.ScoreTableReader;
import dev.anlass.engine.rulefile.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The score tables of a world as files, and how the reference looks up what they say. */
record Scores(List<String> files, List<ScoreTable> tables) {

    Scores(List<String> files) {
        this(List.copyOf(files), files.stream().map(Scores::table).toList());
    }

    private static ScoreTable table(String file) {
        ScoreTableReader.Read read = ScoreTableReader.read(new Source("scores.json", file));
        return Objects.requireNonNull(read.table(), () -> read.problems().render());
    }

    /** What the newest table of a time says of an action of the trigger, to this customer. */
    double propensity(Contender contender, long time) {
        if (tables.isEmpty()) {
            return 1;
        }
        List<ScoreTable> sorted = new ArrayList<>(tables);
        sorted.sort((one, other) -> Long.compare(one.effectiveFrom(), other.effectiveFrom()));
        ScoreTable newest = sorted.get(0);
        long reached = Math.max(time, newest.effectiveFrom());
        for (ScoreTable table : sorted) {
            newest = table.effectiveFrom() <= reached ? table : newest;
        }
        String name = contender.meant().action().name();
        String type = types(contender).get(newest.segment());
        Double ofAll = null;
        for (ScoreCell cell : newest.cells()) {
            if (cell.action().equals(name) && cell.type() != null && cell.type().equals(type)) {
                return cell.propensity();
            }
            ofAll = cell.action().equals(name) && cell.type() == null ? Double.valueOf(cell.propensity()) : ofAll;
        }
        return ofAll == null ? 1 : ofAll;
    }

    /** The types that a customer has in the segments of the purpose that read no more than the trigger may. */
    static Map<String, String> types(Contender contender) {
        Map<String, String> types = new TreeMap<>((one, other) -> compare(one, other));
        for (Segment segment : contender.bundle().segments().values()) {
            Object type = contender.moment().facts().segments().get(segment.name());
            if (type != null
                    && Objects.equals(segment.purpose(), contender.trigger().purpose())
                    && contender.trigger().categories().containsAll(segment.categories())) {
                types.put(segment.name(), String.valueOf(type));
            }
        }
        return types;
    }

    private static int compare(@Nullable String one, @Nullable String other) {
        return String.valueOf(one).compareTo(String.valueOf(other));
    }
}
