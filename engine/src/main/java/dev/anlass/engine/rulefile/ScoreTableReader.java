package dev.anlass.engine.rulefile;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.anlass.engine.rule.Belief;
import dev.anlass.engine.rule.ScoreCell;
import dev.anlass.engine.rule.ScoreTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the file of a score table; all mistakes at once, each with its place. */
public final class ScoreTableReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String EXPECTED =
            "expected: {\"number\": …, \"effective_from\": …, \"segment\": …, \"cells\": [ … ]}";

    private final Source source;
    private final Findings findings = new Findings();
    private final Set<List<String>> seen = new HashSet<>();

    private ScoreTableReader(Source source) {
        this.source = source;
    }

    /**
     * What came of a file.
     *
     * @param table null if and only if there are errors among the problems
     */
    public record Read(@Nullable ScoreTable table, Problems problems) {}

    public static Read read(Source source) {
        ScoreTableReader reader = new ScoreTableReader(source);
        ScoreTable table = reader.table();
        Problems problems = reader.findings.problems();
        return new Read(problems.hasErrors() ? null : table, problems);
    }

    private @Nullable ScoreTable table() {
        JsonValue value = parsed();
        if (value == null) {
            return null;
        }
        if (!(value instanceof JsonValue.Members members)) {
            findings.error(source.at(value.at()), "a score table is a JSON object", EXPECTED);
            return null;
        }
        JsonMembers table = new JsonMembers(members, source, findings);
        table.onlyKnown(Set.of("number", "effective_from", "segment", "learned", "cells"));
        String number = table.text("number");
        Long effectiveFrom = table.time("effective_from");
        String segment = table.has("segment") ? table.text("segment") : null;
        List<ScoreCell> cells = cells(table, table.has("segment"));
        return number == null || effectiveFrom == null || findings.errors() > 0
                ? null
                : new ScoreTable(number, effectiveFrom, segment, cells);
    }

    private @Nullable JsonValue parsed() {
        try (JsonParser parser = JSON.createParser(source.text())) {
            if (parser.nextToken() == null) {
                findings.error(source.at(0), "the file is empty", EXPECTED);
                return null;
            }
            JsonTree tree = new JsonTree(parser, source, findings);
            JsonValue value = tree.read();
            if (parser.nextToken() != null) {
                findings.error(source.at(tree.offset()), "a score table is one JSON object; there is more", null);
            }
            return value;
        } catch (JacksonException mistake) {
            int offset = mistake.getLocation() == null
                    ? 0
                    : (int) Math.max(0, mistake.getLocation().getCharOffset());
            findings.error(source.at(offset), "this is no JSON: " + mistake.getOriginalMessage(), null);
            return null;
        } catch (IOException e) {
            throw new IllegalStateException("text in memory cannot fail to be read", e);
        }
    }

    private List<ScoreCell> cells(JsonMembers table, boolean hasSegment) {
        List<ScoreCell> cells = new ArrayList<>();
        for (JsonValue item : table.items("cells")) {
            if (item instanceof JsonValue.Members members) {
                ScoreCell cell = cell(new JsonMembers(members, source, findings), hasSegment);
                if (cell != null) {
                    cells.add(cell);
                }
            } else {
                findings.error(source.at(item.at()), "a cell is an object", "expected: {\"action\": …, \"alpha\": …}");
            }
        }
        return cells;
    }

    private @Nullable ScoreCell cell(JsonMembers cell, boolean hasSegment) {
        int before = findings.errors();
        cell.onlyKnown(Set.of("action", "type", "offered", "accepted", "alpha", "beta", "propensity"));
        String action = cell.text("action");
        String type = cell.has("type") ? cell.text("type") : null;
        if (type != null && !hasSegment) {
            cell.wrong("type", "a type needs the segment whose type it is", "name the segment beside the cells");
        }
        double offered = cell.number("offered", 0, Double.MAX_VALUE);
        double accepted = cell.number("accepted", 0, Double.MAX_VALUE);
        double alpha = cell.number("alpha", Double.MIN_NORMAL, Double.MAX_VALUE);
        double beta = cell.number("beta", Double.MIN_NORMAL, Double.MAX_VALUE);
        double propensity = cell.number("propensity", 0, 1);
        if (findings.errors() > before || action == null) {
            return null;
        }
        if (!seen.add(type == null ? List.of(action) : List.of(action, type))) {
            cell.wrong("action", "there is another cell for the same action and type", "keep one of the two");
        }
        return new ScoreCell(action, type, offered, accepted, Belief.of(alpha, beta), propensity);
    }
}
