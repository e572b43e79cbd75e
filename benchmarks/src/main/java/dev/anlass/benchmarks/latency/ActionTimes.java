package dev.anlass.benchmarks.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.benchmarks.measure.Percentiles;
import dev.anlass.benchmarks.mix.PresentMix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How long actions took from the broker's append of the event that completed the match to its append of the action, both by
 * the clock of the one broker, to the millisecond.
 *
 * <p>The event that completes a match is the one of its evidence that was fed last, unless a later event decided, such as a
 * late order by which somebody counts as loyal: then the customer's clock was beyond the append of the other. Matches of
 * triggers that wait or go by a schedule have none, and what replaces an action that went out before was measured with it.
 */
final class ActionTimes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NANOS_PER_MILLI = 1e6;

    /** Of the processors' time, in percent. */
    private static final double LITTLE = 2;

    private static final double ALL = 100;

    private final Fed fed;
    private final Duration warmUp;
    private final LongStream.Builder sinceAppend = LongStream.builder();
    private final LongStream.Builder sinceDue = LongStream.builder();
    private final Map<Long, Integer> byMillis = new TreeMap<>();
    private final Map<Long, List<Long>> bySecond = new TreeMap<>();
    private int byTime;
    private int replacing;
    private int byLaterEvent;
    private int earlier;

    /** @param warmUp so long after the beginning events do not count */
    ActionTimes(Fed fed, Duration warmUp) {
        this.fed = fed;
        this.warmUp = warmUp;
    }

    void add(ConsumerRecord<byte[], byte[]> written) {
        JsonNode event = json(written.value());
        JsonNode data = event.path("data");
        if (!event.path("type").asText().equals("action.requested")) {
            return;
        }
        if (data.path("trigger").asText().startsWith("browsed-")
                || data.path("trigger").asText().startsWith("monday-")) {
            byTime++;
        } else if (data.path("revision").asInt() > 1) {
            replacing++;
        } else {
            long decided = Instant.parse(data.path("decided_at").asText()).toEpochMilli();
            measure(completing(data.path("evidence")), decided, written.timestamp());
        }
    }

    private void measure(long event, long decidedMillis, long writtenMillis) {
        if (!fed.contains(event) || fed.dueSeconds(event) < warmUp.toSeconds()) {
            earlier++;
            return;
        }
        if (decidedMillis > fed.appendedMillis(event)) {
            byLaterEvent++;
            return;
        }
        long millis = writtenMillis - fed.appendedMillis(event);
        sinceAppend.add((long) (millis * NANOS_PER_MILLI));
        sinceDue.add((long) ((writtenMillis - fed.dueMillis(event)) * NANOS_PER_MILLI));
        byMillis.merge(millis, 1, Integer::sum);
        bySecond.computeIfAbsent((long) fed.dueSeconds(event), second -> new ArrayList<>())
                .add(millis);
    }

    private static long completing(JsonNode evidence) {
        long newest = -1;
        for (JsonNode bound : evidence) {
            newest = Math.max(newest, PresentMix.number(bound.path("event").asText()));
        }
        return newest;
    }

    /** @param stolen percent of the processors' time that the host kept back, by second */
    Map<String, Object> figures(Map<Long, Double> stolen) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("from_append", new Percentiles(sinceAppend.build()).figures());
        figures.put("from_due", new Percentiles(sinceDue.build()).figures());
        figures.put("actions_by_time", byTime);
        figures.put("actions_replacing", replacing);
        figures.put("actions_by_a_later_event", byLaterEvent);
        figures.put("actions_before_what_is_measured", earlier);
        figures.put("actions_by_milliseconds_from_append", byMillis);
        Map<Long, Long> slowest = new TreeMap<>();
        bySecond.forEach((second, millis) -> slowest.put(second, Collections.max(millis)));
        figures.put("slowest_milliseconds_from_append_by_second", slowest);
        figures.put("from_append_where_little_was_stolen", whereLittleWasStolen(stolen));
        figures.put("stolen_percent_by_second", stolen);
        return figures;
    }

    /** Of the seconds in which the host is known to have kept back little, as it did in the second before. */
    private Map<String, Object> whereLittleWasStolen(Map<Long, Double> stolen) {
        LongStream.Builder nanos = LongStream.builder();
        bySecond.forEach((second, millis) -> {
            double most = Math.max(stolen.getOrDefault(second, ALL), stolen.getOrDefault(second - 1, ALL));
            if (most < LITTLE) {
                millis.forEach(each -> nanos.add((long) (each * NANOS_PER_MILLI)));
            }
        });
        return new Percentiles(nanos.build()).figures();
    }

    private static JsonNode json(byte[] event) {
        try {
            return JSON.readTree(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
