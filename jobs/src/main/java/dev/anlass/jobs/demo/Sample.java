package dev.anlass.jobs.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One value of a metric as Prometheus reads it. */
public record Sample(String name, Map<String, String> labels, double value) {

    private static final Pattern LINE = Pattern.compile("([A-Za-z_:][\\w:]*)(?:\\{(.*)})?\\s+(\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    public Sample {
        labels = Map.copyOf(labels);
    }

    /** Reads a line; null if it is a comment. */
    static @Nullable Sample of(String line) {
        Matcher sample = LINE.matcher(line);
        if (line.startsWith("#") || !sample.matches()) {
            return null;
        }
        Map<String, String> labels = new HashMap<>();
        if (sample.group(2) != null) {
            Matcher label = LABEL.matcher(sample.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        return new Sample(sample.group(1), labels, number(sample.group(3)));
    }

    public String label(String name) {
        return labels.getOrDefault(name, "");
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
