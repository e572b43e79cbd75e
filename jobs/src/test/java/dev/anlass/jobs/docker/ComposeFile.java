package dev.anlass.jobs.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code docker/compose.yaml} with the variables filled in, as {@code docker compose config} shows it. */
final class ComposeFile {

    /** The directory of the compose file; tests run in the directory of their module. */
    static final Path DIRECTORY = Path.of("..", "docker");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::-([^}]*))?}");
    private static final String MERGE = "<<";

    private final String text;
    private final Map<String, String> given;
    private final Map<String, Object> root;

    private ComposeFile(String text, Map<String, String> given) {
        this.text = text;
        this.given = given;
        this.root = map(filled(new Load(LoadSettings.builder().build()).loadFromString(text)));
    }

    /**
     * Reads the file.
     *
     * @param variables what {@code .env} would say
     */
    static ComposeFile with(Map<String, String> variables) throws IOException {
        return new ComposeFile(Files.readString(DIRECTORY.resolve("compose.yaml")), variables);
    }

    Map<String, ComposeService> services() {
        Map<String, ComposeService> services = new LinkedHashMap<>();
        map(root.get("services"))
                .forEach((name, body) -> services.put(name, new ComposeService(name, map(body), given)));
        return services;
    }

    ComposeService service(String name) {
        return services().get(name);
    }

    /** The variables with a default, and the defaults. */
    Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            defaults.put(matcher.group(1), matcher.group(2));
        }
        return defaults;
    }

    private Object filled(Object node) {
        if (node instanceof Map<?, ?>) {
            return merged(map(node));
        }
        if (node instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(filled(item)));
            return items;
        }
        return node instanceof String string ? filled(string) : node;
    }

    /** What is merged in yields to what stands beside it. */
    private Map<String, Object> merged(Map<String, Object> node) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (node.containsKey(MERGE)) {
            all.putAll(merged(map(node.get(MERGE))));
        }
        node.forEach((key, value) -> {
            if (!key.equals(MERGE)) {
                all.put(key, filled(value));
            }
        });
        return all;
    }

    private String filled(String string) {
        return VARIABLE.matcher(string)
                .replaceAll(found -> Matcher.quoteReplacement(given.getOrDefault(found.group(1), found.group(2))))
                .replace("$$", "$");
    }

    @SuppressWarnings("unchecked") // All keys of a compose file are words.
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
