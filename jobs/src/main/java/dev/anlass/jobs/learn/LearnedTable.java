package dev.anlass.jobs.learn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anlass.engine.rule.ScoreCell;
import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rulefile.Durations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A score table together with how it was learned, so that it can be made again.
 *
 * @param asOf in milliseconds since 1970: what was settled by then is counted
 */
public record LearnedTable(ScoreTable table, LearningSettings settings, long asOf) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy.MM.dd").withZone(ZoneOffset.UTC);
    private static final Pattern EFFECTIVE_FROM = Pattern.compile("(\"effective_from\":\")[^\"]*(\")");
    private static final int HASH_BYTES = 4;

    /** What the trials teach as of a time; used from then on unless {@link #from} says another time. */
    public static LearnedTable of(Tally tally, LearningSettings settings, long asOf) {
        List<ScoreCell> cells = new Lesson(settings, asOf).cells(tally);
        String number = DAY.format(Instant.ofEpochMilli(asOf)) + "-" + hash(cells, settings, asOf);
        return new LearnedTable(new ScoreTable(number, asOf, settings.segment(), cells), settings, asOf);
    }

    /** The same table, used from another time on. */
    public LearnedTable from(long effectiveFrom) {
        return new LearnedTable(table.withEffectiveFrom(effectiveFrom), settings, asOf);
    }

    /** As a file says it: one cell a line. */
    public byte[] json() {
        ObjectNode head = JSON.createObjectNode();
        head.put("number", table.number());
        head.put("effective_from", Instant.ofEpochMilli(table.effectiveFrom()).toString());
        if (table.segment() != null) {
            head.put("segment", table.segment());
        }
        head.set("learned", learned(settings, asOf));
        List<String> cells =
                table.cells().stream().map(cell -> text(cell(cell))).toList();
        String open = text(head);
        String json = open.substring(0, open.length() - 1) + ",\"cells\":["
                + (cells.isEmpty() ? "" : "\n" + String.join(",\n", cells)) + "]}\n";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** The file of a table, used from another time on. */
    public static byte[] dated(byte[] json, long effectiveFrom) {
        String text = new String(json, StandardCharsets.UTF_8);
        String dated = EFFECTIVE_FROM.matcher(text).replaceFirst("$1" + Instant.ofEpochMilli(effectiveFrom) + "$2");
        return dated.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(List<ScoreCell> cells, LearningSettings settings, long asOf) {
        StringBuilder all = new StringBuilder(text(learned(settings, asOf))).append(settings.segment());
        cells.forEach(cell -> all.append(text(cell(cell))));
        byte[] hash = Draw.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    }

    private static ObjectNode learned(LearningSettings settings, long asOf) {
        ObjectNode node = JSON.createObjectNode();
        node.put("as_of", Instant.ofEpochMilli(asOf).toString());
        node.put("half_life", Durations.text(settings.halfLifeMillis()));
        node.put("window", Durations.text(settings.windowMillis()));
        settings.successes().forEach(node.putArray("success")::add);
        node.putArray("prior").add(settings.priorAlpha()).add(settings.priorBeta());
        return node.put("seed", settings.seed());
    }

    private static ObjectNode cell(ScoreCell cell) {
        ObjectNode node = JSON.createObjectNode().put("action", cell.action());
        if (cell.type() != null) {
            node.put("type", cell.type());
        }
        return node.put("offered", cell.offered())
                .put("accepted", cell.accepted())
                .put("alpha", cell.belief().alpha())
                .put("beta", cell.belief().beta())
                .put("propensity", cell.propensity());
    }

    private static String text(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a score table is always JSON", e);
        }
    }
}
