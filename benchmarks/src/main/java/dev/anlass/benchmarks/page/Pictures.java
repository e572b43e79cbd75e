package dev.anlass.benchmarks.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anlass.benchmarks.page.Picture.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What people would rather look at than read. */
final class Pictures {

    private static final String MEASURED = "measured";
    private static final String MUST = "must";
    private static final String GOAL = "goal";

    private final ResultFiles results;

    private Pictures(ResultFiles results) {
        this.results = results;
    }

    /** Those for which there are figures. */
    static List<Picture> of(ResultFiles results) {
        Pictures pictures = new Pictures(results);
        List<Picture> all = new ArrayList<>();
        all.add(pictures.ratios());
        ScaleTable.GROWING.keySet().stream()
                .filter(question -> !question.equals("late"))
                .map(pictures::scale)
                .forEach(all::add);
        all.add(pictures.latency());
        all.add(pictures.bytes());
        all.removeIf(Picture::isEmpty);
        return all;
    }

    private Picture ratios() {
        Picture picture = new Picture("ratios", "times as fast as limit or peer", true);
        Goal.all().stream()
                .filter(goal -> goal.picture().equals("ratios") && goal.isTaken(results))
                .forEach(goal -> {
                    picture.category(goal.shortly());
                    picture.value(
                            MEASURED,
                            Stroke.POINT,
                            goal.measured(results).median().asDouble());
                    picture.value(MUST, Stroke.POINT, goal.must());
                    picture.value(GOAL, Stroke.POINT, goal.goal());
                });
        return picture;
    }

    private Picture scale(String question) {
        Picture picture = new Picture("scale-" + question, "µs an event", false);
        for (JsonNode point : results.all("scale-" + question).path("points")) {
            picture.category(ScaleTable.size(point));
            picture.value(
                    ScaleTable.GROWING.getOrDefault(question, question),
                    Stroke.BAR,
                    point.path("microseconds_per_event").asDouble());
        }
        return picture;
    }

    private Picture latency() {
        Picture picture = new Picture("latency", "ms from append to append", true);
        JsonNode shares = results.all(LatencyTable.FILE).path("shares");
        for (String percentile : shares.isEmpty() ? List.<String>of() : List.of("p50", "p95", "p99", "max")) {
            picture.category(percentile);
            for (JsonNode share : shares) {
                picture.value(
                        share.path("percent").asText() + " %",
                        Stroke.BAR,
                        share.path("from_append").path(percentile + "_ms").asDouble());
            }
            picture.value("must at 25 %", Stroke.POINT, limit(percentile, Goal::must));
            picture.value("goal at 25 %", Stroke.POINT, limit(percentile, Goal::goal));
        }
        return picture;
    }

    private static @Nullable Double limit(String percentile, ToDoubleFunction<Goal> limit) {
        return Goal.all().stream()
                .filter(goal ->
                        goal.file().equals(LatencyTable.FILE) && goal.path().endsWith(percentile + "_ms"))
                .map(limit::applyAsDouble)
                .findFirst()
                .orElse(null);
    }

    private Picture bytes() {
        Picture picture = new Picture("state-bytes", "bytes of an active customer", false);
        results.at("state-bytes", "active/bytes_mean_by_part").properties().forEach(part -> {
            picture.category(part.getKey().replaceAll("_.*", ""));
            picture.value("mean", Stroke.BAR, part.getValue().asDouble());
        });
        return picture;
    }
}
