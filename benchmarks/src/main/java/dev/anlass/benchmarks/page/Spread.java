package dev.anlass.benchmarks.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A median, with the smallest and the largest figure if they are known and differ. */
record Spread(JsonNode figures) {

    /** Events per second of processor time, of all runs of a contender. */
    static Spread ofPaces(JsonNode contender) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.set("median", contender.path("events_per_cpu_second"));
        contender.path("runs").forEach(run -> {
            double pace = run.path("events_per_cpu_second").asDouble();
            figures.put("min", Math.min(pace, figures.path("min").asDouble(pace)));
            figures.put("max", Math.max(pace, figures.path("max").asDouble(pace)));
        });
        return new Spread(figures);
    }

    JsonNode median() {
        return figures.isObject() ? figures.path("median") : figures;
    }

    String text() {
        return text("");
    }

    /** @param unit of the median */
    String text(String unit) {
        return median().isNumber() ? Form.PLAIN.of(median()) + unit + range() : "not taken";
    }

    private String range() {
        double least = figures.path("min").asDouble();
        return least < figures.path("max").asDouble(least)
                ? " (" + Form.PLAIN.of(figures.path("min")) + " to " + Form.PLAIN.of(figures.path("max")) + ")"
                : "";
    }
}
