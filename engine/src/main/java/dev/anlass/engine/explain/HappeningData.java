package dev.anlass.engine.explain;

import dev.anlass.engine.match.Chain;
import dev.anlass.engine.match.Happening;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What happened on the way of the facts, as data: always with its words. */
final class HappeningData {

    private HappeningData() {}

    static Map<String, Object> of(Happening happening, FactWords words) {
        Map<String, Object> data = StoryData.kind(kind(happening));
        String trigger = Subject.trigger(happening);
        StoryData.put(data, "trigger", trigger.isEmpty() ? null : trigger);
        data.put("words", words.of(happening));
        add(happening, data);
        return data;
    }

    /** The name of its type: {@code moved_up} and the like. */
    private static String kind(Happening happening) {
        return happening
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    private static void add(Happening happening, Map<String, Object> data) {
        if (happening instanceof Happening.Opened opened) {
            data.put("step", opened.step());
            data.put("chain", chain(opened.chain()));
        } else if (happening instanceof Happening.MovedUp moved) {
            data.put("step", moved.step());
            data.put("chain", chain(moved.chain()));
        } else if (happening instanceof Happening.Rebound rebound) {
            data.put("chain", chain(rebound.chain()));
        } else if (happening instanceof Happening.Waits waits) {
            data.put("chain", chain(waits.chain()));
            StoryData.time(data, "due", waits.due());
        } else if (happening instanceof Happening.Ended ended) {
            data.put("chain", chain(ended.chain()));
            data.put("ending", ended.ending().name().toLowerCase(Locale.ROOT));
            StoryData.put(data, "clause", ended.clause() == 0 ? null : (long) ended.clause());
        } else if (happening instanceof Happening.Failed failed) {
            data.put("step", failed.step());
            data.put("condition", failed.condition().strip());
            data.put("truth", failed.truth().name().toLowerCase(Locale.ROOT));
            data.put("reads", failed.values());
        } else {
            addTheRest(happening, data);
        }
    }

    private static void addTheRest(Happening happening, Map<String, Object> data) {
        if (happening instanceof Happening.NotPermitted denied) {
            data.put("needs", List.copyOf(denied.needs()));
            data.put("permission", StoryData.permission(denied.purpose(), denied.permission()));
            data.put("when", denied.when().name().toLowerCase(Locale.ROOT));
        } else if (happening instanceof Happening.Found found) {
            data.put("match", found.match().id());
            data.put("worth", found.worth());
            data.put("alternatives", (long) found.others().size());
        } else if (happening instanceof Happening.Derived derived) {
            data.put("type", derived.event().type());
            StoryData.put(data, "fence", derived.event().fields().get("fence_id"));
        } else if (happening instanceof Happening.Overtaken overtaken) {
            data.put("match", overtaken.matchId());
            data.put("clause", (long) overtaken.clause());
        } else if (happening instanceof Happening.MetricChanged metric) {
            data.put("metric", metric.metric());
            StoryData.put(data, "value", metric.value());
        } else if (happening instanceof Happening.SegmentChanged segment) {
            data.put("segment", segment.segment());
            data.put("type", segment.type());
        }
    }

    /** Its key, and source, id and time of each event bound to it. */
    static Map<String, Object> chain(Chain chain) {
        Map<String, Object> data = new LinkedHashMap<>();
        StoryData.put(data, "key", chain.key().equals(Chain.NO_KEY) ? null : chain.key());
        List<Map<String, Object>> bound = new ArrayList<>();
        chain.bound().forEach(each -> {
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("source", each.key().source());
            event.put("id", each.key().id());
            StoryData.time(event, "time", each.time());
            bound.add(event);
        });
        data.put("bound", bound);
        return data;
    }
}
