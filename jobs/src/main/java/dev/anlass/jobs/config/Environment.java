package dev.anlass.jobs.config;

import dev.anlass.engine.rulefile.Findings;
import dev.anlass.engine.rulefile.Node;
import dev.anlass.engine.rulefile.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** The variables of the environment that are settings, such as {@code ANLASS_KAFKA_BOOTSTRAP}. */
final class Environment {

    private static final String PREFIX = "ANLASS_";
    private static final String FROM_FILE = "_FILE";
    private static final String PROPERTY = variable(GivenSettings.PROPERTIES) + "_";

    /** Variables of the launcher and of the command line. */
    private static final Set<String> OTHERS = Set.of("ANLASS_HOME", "ANLASS_JAVA_OPTS", "ANLASS_TRACE");

    /** What Kubernetes puts into every container beside a service whose name begins with ours. */
    private static final Pattern KUBERNETES = Pattern.compile("ANLASS_(.*_)?(SERVICE_HOST|SERVICE_PORT.*|PORT(_.*)?)");

    private final Map<String, String> variables;
    private final Findings findings;

    Environment(Map<String, String> variables, Findings findings) {
        this.variables = new TreeMap<>(variables);
        this.findings = findings;
    }

    /** Puts the variables over what was given so far. */
    void over(GivenSettings settings) {
        Map<String, String> paths = paths(settings.paths());
        variables.forEach((name, text) -> {
            if (!name.startsWith(PREFIX) || OTHERS.contains(name)) {
                return;
            }
            boolean fromFile = name.endsWith(FROM_FILE) && !paths.containsKey(name);
            String setting = fromFile ? name.substring(0, name.length() - FROM_FILE.length()) : name;
            String value = fromFile ? content(name, text) : text;
            if (setting.startsWith(PROPERTY)) {
                String property = setting.substring(PROPERTY.length());
                settings.property(property.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            } else if (paths.containsKey(setting)) {
                settings.value(paths.get(setting), scalar(name, value));
            } else if (!KUBERNETES.matcher(name).matches()) {
                findings.error(
                        new Source("environment", name).at(0),
                        "there is no setting for the variable " + name,
                        "expected: one of " + String.join(", ", paths.keySet()));
            }
        });
    }

    private static Map<String, String> paths(List<String> paths) {
        Map<String, String> byVariable = new LinkedHashMap<>();
        paths.forEach(path -> byVariable.put(variable(path), path));
        return byVariable;
    }

    private static String variable(String path) {
        return PREFIX + path.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private String content(String name, String file) {
        @Nullable Path path = path(file);
        try {
            if (path != null) {
                return Files.readString(path).strip();
            }
        } catch (IOException e) {
            // Said below, together with all other mistakes.
        }
        findings.error(new Source("environment", name).at(0), name + " names a file that cannot be read", null);
        return "";
    }

    private static @Nullable Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static Node scalar(String name, String text) {
        return new Node.Scalar(new Source(name, text).at(0), text.length(), text, ScalarStyle.PLAIN);
    }
}
