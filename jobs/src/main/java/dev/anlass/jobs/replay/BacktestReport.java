package dev.anlass.jobs.replay;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.jobs.replay.BacktestResult.Compared;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a backtest says of rules, and of how others differ. */
public final class BacktestReport {

    private final List<Bundle> bundles;
    private final BacktestResult result;

    /**
     * What a bundle makes of a trigger.
     *
     * @param state as its file says; {@code gone} if the bundle does not have the trigger
     * @param byDay how many actions went out, by the day in UTC
     * @param wouldGoOut how many would have if the trigger were not only watched
     * @param customers how many actions went out to
     */
    public record Row(
            String trigger,
            String state,
            long matched,
            long emitted,
            SortedMap<LocalDate, Long> byDay,
            long wouldGoOut,
            long customers,
            Map<String, Long> refused,
            Map<String, Long> revoked,
            long vanished) {}

    /**
     * How one trigger differs under two bundles.
     *
     * @param first null if the first bundle does not have it
     * @param second null if the second does not
     */
    public record Pair(
            String trigger, @Nullable Row first, @Nullable Row second) {}

    /** @param bundles those of the result, in the same order */
    public BacktestReport(List<Bundle> bundles, BacktestResult result) {
        this.bundles = List.copyOf(bundles);
        this.result = result;
    }

    /** Of the first bundle, in order of the names. */
    public List<Row> triggers() {
        return List.copyOf(rows(0).values());
    }

    private SortedMap<String, Row> rows(int bundle) {
        SortedMap<String, Row> rows = new TreeMap<>();
        Volumes volumes = result.volumes().get(bundle);
        volumes.summary().triggers().forEach((name, counts) -> {
            var trigger = bundles.get(bundle).triggers().get(name);
            String state = trigger == null ? "gone" : trigger.state().name().toLowerCase(Locale.ROOT);
            rows.put(
                    name,
                    new Row(
                            name,
                            state,
                            counts.decided(),
                            counts.emitted(),
                            volumes.byDay(name),
                            volumes.wouldGoOut(name),
                            volumes.reachedBy(name),
                            byReason(counts.refused()),
                            byReason(counts.revoked()),
                            counts.vanished()));
        });
        return rows;
    }

    /** Without the ids of matches that won. */
    private static Map<String, Long> byReason(Map<String, Long> counts) {
        Map<String, Long> merged = new TreeMap<>();
        counts.forEach((reason, times) ->
                merged.merge(reason.startsWith("outranked:") ? "outranked" : reason, times, Long::sum));
        return merged;
    }

    /** The days on which actions of the first bundle went out, the first and the last and all between. */
    public List<LocalDate> days() {
        var days = result.volumes().get(0).days();
        return days.isEmpty()
                ? List.of()
                : days.first().datesUntil(days.last().plusDays(1)).toList();
    }

    /** Of the first bundle, those who reach most customers together first. */
    public List<Map.Entry<Overlap, Long>> overlaps() {
        List<Map.Entry<Overlap, Long>> all =
                new ArrayList<>(result.volumes().get(0).overlaps().entrySet());
        all.sort(Map.Entry.<Overlap, Long>comparingByValue(Comparator.reverseOrder()));
        return all;
    }

    /** Of the first bundle. */
    public ReplaySummary summary() {
        return result.volumes().get(0).summary();
    }

    /** How many customers actions of the first bundle went out to. */
    public long reached() {
        return result.volumes().get(0).reached();
    }

    /** Null if there is nothing to compare with. */
    public @Nullable Compared compared() {
        return result.compared();
    }

    /** The triggers of both bundles; none if there is nothing to compare with. */
    public List<Pair> pairs() {
        if (bundles.size() < 2) {
            return List.of();
        }
        SortedMap<String, Row> first = rows(0);
        SortedMap<String, Row> second = rows(1);
        TreeSet<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        return names.stream()
                .map(name -> new Pair(name, first.get(name), second.get(name)))
                .toList();
    }

    /** Everything, as it is written as JSON. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rules", bundles.get(0).number());
        map.put("events", summary().events());
        map.put("accepted", summary().accepted());
        map.put("rejected", summary().rejected());
        map.put("customers", summary().customers());
        map.put("held", summary().held());
        map.put("reached", reached());
        map.put("triggers", triggers().stream().map(BacktestReport::asMap).toList());
        map.put("overlaps", overlaps().stream().map(BacktestReport::asMap).toList());
        Compared compared = compared();
        if (compared != null) {
            Map<String, Object> against = new LinkedHashMap<>();
            against.put("rules", bundles.get(1).number());
            against.put(
                    "triggers",
                    rows(1).values().stream().map(BacktestReport::asMap).toList());
            against.put("reached_by_both", compared.both());
            against.put("reached_only_by_rules", compared.onlyFirst());
            against.put("reached_only_by_against", compared.onlySecond());
            map.put("against", against);
        }
        return map;
    }

    private static Map<String, Object> asMap(Row row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("trigger", row.trigger());
        map.put("state", row.state());
        map.put("matched", row.matched());
        map.put("emitted", row.emitted());
        map.put("would_be_emitted", row.wouldGoOut());
        map.put("customers", row.customers());
        map.put("refused", row.refused());
        map.put("revoked", row.revoked());
        map.put("vanished", row.vanished());
        Map<String, Long> days = new LinkedHashMap<>();
        row.byDay().forEach((day, times) -> days.put(day.toString(), times));
        map.put("emitted_by_day", days);
        return map;
    }

    private static Map<String, Object> asMap(Map.Entry<Overlap, Long> overlap) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("triggers", List.of(overlap.getKey().one(), overlap.getKey().other()));
        map.put("customers", overlap.getValue());
        return map;
    }
}
