package dev.anlass.jobs.docker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One service of a compose file. */
record ComposeService(String name, Map<String, Object> body, Map<String, String> given) {

    String image() {
        return String.valueOf(body.get("image"));
    }

    /** Whether it ends by itself when its work is done. */
    boolean isOneShot() {
        return "no".equals(body.get("restart"));
    }

    List<String> entrypoint() {
        return words("entrypoint");
    }

    List<String> command() {
        return words("command");
    }

    List<String> healthCheck() {
        List<?> test = (List<?>) ComposeFile.map(body.get("healthcheck")).get("test");
        return test.stream().skip(1).map(String::valueOf).toList();
    }

    /** The services it waits for, with the condition on each. */
    Map<String, String> dependsOn() {
        Map<String, String> conditions = new LinkedHashMap<>();
        if (body.containsKey("depends_on")) {
            ComposeFile.map(body.get("depends_on"))
                    .forEach((name, needed) -> conditions.put(
                            name, String.valueOf(ComposeFile.map(needed).get("condition"))));
        }
        return conditions;
    }

    /** Sources of what is mounted: paths beside the compose file, and names of volumes. */
    List<String> mounted() {
        return words("volumes").stream()
                .map(volume -> volume.substring(0, volume.indexOf(':')))
                .toList();
    }

    /** What the process sees; a variable without a value is passed on, if it is given. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        declared().forEach((name, value) -> {
            Object passed = value == null ? given.get(name) : value;
            if (passed != null) {
                environment.put(name, passed.toString());
            }
        });
        return environment;
    }

    /** All variables, also those that nobody has given. */
    Map<String, Object> declared() {
        return body.containsKey("environment") ? ComposeFile.map(body.get("environment")) : Map.of();
    }

    private List<String> words(String key) {
        return body.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
