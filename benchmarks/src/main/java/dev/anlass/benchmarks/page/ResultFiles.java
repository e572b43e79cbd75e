package dev.anlass.benchmarks.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The figures of all questions, as they were kept. A question that was not asked yet has none.
 *
 * <p>A figure has a path of names and numbers such as {@code job_to_limit/median}; {@code point=late-1} is the first element of
 * a list in which this field has this value, further such steps narrow it down, and a number is an index.
 */
final class ResultFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Map<String, JsonNode> read = new HashMap<>();

    ResultFiles(Path folder) {
        this.folder = folder;
    }

    boolean has(String file) {
        return !all(file).isMissingNode();
    }

    JsonNode all(String file) {
        return read.computeIfAbsent(file, this::read);
    }

    /** A figure; a missing node if it was not taken. */
    JsonNode at(String file, String path) {
        JsonNode node = all(file);
        for (String step : path.split("/", -1)) {
            node = step.contains("=") ? selected(node, step) : below(node, step);
        }
        return node.isArray() && path.contains("=") ? node.path(0) : node;
    }

    private static JsonNode selected(JsonNode list, String step) {
        String name = step.substring(0, step.indexOf('='));
        String value = step.substring(step.indexOf('=') + 1);
        var fitting = JSON.createArrayNode();
        list.forEach(each -> {
            if (each.path(name).asText().equals(value)) {
                fitting.add(each);
            }
        });
        return fitting;
    }

    private static JsonNode below(JsonNode node, String step) {
        if (node.isArray() && step.chars().allMatch(Character::isDigit)) {
            return node.path(Integer.parseInt(step));
        }
        JsonNode one = node.isArray() ? node.path(0) : node;
        return one.path(step);
    }

    private JsonNode read(String file) {
        Path path = folder.resolve(file + ".json");
        try {
            return Files.exists(path) ? JSON.readTree(path.toFile()) : MissingNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
