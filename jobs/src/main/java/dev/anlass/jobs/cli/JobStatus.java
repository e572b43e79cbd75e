package dev.anlass.jobs.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rule.ScoreTables;
import dev.anlass.engine.rule.Trigger;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.operator.Announcement;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.Stop;
import dev.anlass.jobs.replay.TriggerCounts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What decides, what is stopped, and what has become of each trigger's matches since a time. */
final class JobStatus {

    /** A trigger that has decisions and is in the deciding bundle no more. */
    private static final String GONE = "gone";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Announcement> bundles;
    private final @Nullable Bundle deciding;
    private final ScoreTables scores;
    private final List<Stop> stops;
    private final Instant now;
    private final Instant since;
    private final Map<String, TriggerCounts> counts = new TreeMap<>();
    private final Map<String, String> channels = new TreeMap<>();
    private long unreadable;

    /**
     * The status by what stands in the rules topic.
     *
     * @param deciding the bundle that decides now; null if there is none
     * @param since from when on decisions are counted
     */
    JobStatus(RulesTopic.Contents rules, @Nullable Bundle deciding, Instant now, Instant since) {
        this.bundles = rules.bundles().stream()
                .sorted(Comparator.comparingLong(PublishedBundle::effectiveFrom))
                .map(PublishedBundle::announcement)
                .toList();
        this.deciding = deciding;
        this.scores = ScoreTables.published(rules.scores());
        this.stops = rules.stops();
        this.now = now;
        this.since = since;
        if (deciding != null) {
            deciding.triggers().keySet().forEach(name -> counts.put(name, new TriggerCounts()));
        }
    }

    /** Counts a record of the decisions topic; apart from the others if it cannot be read. */
    void count(byte[] record) {
        try {
            count(JSON.readTree(record));
        } catch (IOException | IllegalArgumentException e) {
            unreadable++;
        }
    }

    private void count(JsonNode event) {
        JsonNode data = event.path("data");
        if (event.path("type").asText().equals("decision.recorded")) {
            Outcome outcome = Outcome.valueOf(data.path("outcome").asText().toUpperCase(Locale.ROOT));
            String trigger = data.path("trigger").asText();
            channels.put(trigger, data.path("channel").asText());
            counts.computeIfAbsent(trigger, name -> new TriggerCounts())
                    .count(
                            outcome,
                            data.path("revision").asInt(),
                            reason(data.path("reason").asText()));
        }
    }

    /** Without the id of the winning match. */
    private static String reason(String reason) {
        return reason.startsWith("outranked:") ? "outranked" : reason;
    }

    Instant since() {
        return since;
    }

    List<Announcement> bundles() {
        return bundles;
    }

    List<Stop> stops() {
        return stops;
    }

    Map<String, TriggerCounts> counts() {
        return counts;
    }

    /** How many records of the decisions topic are not counted, because they cannot be read. */
    long unreadable() {
        return unreadable;
    }

    /** In the order of their times. */
    List<ScoreTable> scores() {
        return scores.tables().stream()
                .filter(table -> table != ScoreTable.NONE)
                .toList();
    }

    /** Whether the table is used for what is decided now. */
    boolean isUsed(ScoreTable table) {
        return scores.at(now.toEpochMilli()) == table;
    }

    boolean decides(Announcement bundle) {
        return deciding != null
                && deciding.number().equals(bundle.number())
                && deciding.effectiveFrom() == bundle.effectiveFrom();
    }

    /** As its file says, or {@code gone}. */
    String state(String trigger) {
        Trigger known = trigger(trigger);
        return known == null ? GONE : known.state().name().toLowerCase(Locale.ROOT);
    }

    String channel(String trigger) {
        Trigger known = trigger(trigger);
        return known == null ? channels.getOrDefault(trigger, "") : known.channel();
    }

    private @Nullable Trigger trigger(String name) {
        return deciding == null ? null : deciding.triggers().get(name);
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("bundles", bundles.stream().map(this::asMap).toList());
        map.put("score_tables", scores().stream().map(this::asMap).toList());
        map.put("stops", stops.stream().map(JobStatus::asMap).toList());
        map.put("since", since.toString());
        List<Map<String, Object>> triggers = new ArrayList<>();
        counts.forEach((name, count) -> {
            Map<String, Object> trigger = new LinkedHashMap<>();
            trigger.put("trigger", name);
            trigger.put("state", state(name));
            trigger.put("channel", channel(name));
            trigger.putAll(count.outcomesAsMap());
            triggers.add(trigger);
        });
        map.put("triggers", triggers);
        map.put("unreadable_decisions", unreadable);
        return map;
    }

    private Map<String, Object> asMap(Announcement bundle) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", bundle.number());
        map.put("effective_from", Instant.ofEpochMilli(bundle.effectiveFrom()).toString());
        map.put("decides_now", decides(bundle));
        return map;
    }

    private Map<String, Object> asMap(ScoreTable table) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", table.number());
        map.put("effective_from", Instant.ofEpochMilli(table.effectiveFrom()).toString());
        map.put("used_now", isUsed(table));
        return map;
    }

    private static Map<String, Object> asMap(Stop stop) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("stopped", stop.what().kind().word());
        if (!stop.what().name().isEmpty()) {
            map.put("name", stop.what().name());
        }
        map.put("since", stop.since().toString());
        if (stop.reason() != null) {
            map.put("reason", stop.reason());
        }
        return map;
    }
}
