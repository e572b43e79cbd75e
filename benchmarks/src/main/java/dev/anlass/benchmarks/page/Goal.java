package dev.anlass.benchmarks.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * What a figure has to be, and what it should be.
 *
 * @param shortly the question in two or three words, for pictures
 * @param path of the figure in the file, or of its median, min and max
 * @param less whether less is better
 * @param picture in which it stands; empty for none
 */
record Goal(
        String question,
        String shortly,
        String file,
        String path,
        double must,
        double goal,
        String unit,
        boolean less,
        String picture) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of them, in the order in which they stand on the page. */
    static List<Goal> all() {
        try (InputStream goals = Objects.requireNonNull(Goal.class.getResourceAsStream("goals.json"))) {
            return JSON.readValue(goals, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Spread measured(ResultFiles results) {
        return new Spread(results.at(file, path));
    }

    boolean isTaken(ResultFiles results) {
        return measured(results).median().isNumber();
    }

    /** Whether it was reached, and otherwise by what factor it was missed. */
    String verdict(ResultFiles results) {
        double median = measured(results).median().asDouble();
        double ofMust = less ? median / must : must / median;
        double ofGoal = less ? median / goal : goal / median;
        if (ofMust > 1) {
            return "**must missed by " + Form.PLAIN.of(ofMust) + " times**";
        }
        return ofGoal > 1 ? "must met, goal missed by " + Form.PLAIN.of(ofGoal) + " times" : "goal met";
    }
}
