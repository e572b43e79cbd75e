package dev.anlass.engine.rulefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule file contains, by its path. */
enum FileKind {
    EVENTS,
    CUSTOMER,
    PURPOSES,
    CHANNELS,
    CONSTANTS,
    FENCES,
    METRIC,
    SEGMENT,
    POLICY,
    TRIGGER,
    SCENARIOS,
    UNKNOWN;

    static final String EVENTS_FILE = "catalogue/events.yaml";
    static final String CUSTOMER_FILE = "catalogue/customer.yaml";
    static final String PURPOSES_FILE = "catalogue/purposes.yaml";
    static final String CHANNELS_FILE = "catalogue/channels.yaml";
    static final String CONSTANTS_FILE = "constants.yaml";

    /** The end of the path of a scenario file, beside the trigger with the same begin. */
    static final String SCENARIOS_END = ".test.yaml";

    private static final List<String> FILES =
            List.of(EVENTS_FILE, CUSTOMER_FILE, PURPOSES_FILE, CHANNELS_FILE, CONSTANTS_FILE);
    private static final List<String> FOLDERS =
            List.of("catalogue/", "metrics/", "segments/", "policies/", "fences/", "triggers/");

    static FileKind of(String path) {
        return switch (path) {
            case EVENTS_FILE -> EVENTS;
            case CUSTOMER_FILE -> CUSTOMER;
            case PURPOSES_FILE -> PURPOSES;
            case CHANNELS_FILE -> CHANNELS;
            case CONSTANTS_FILE -> CONSTANTS;
            default -> inFolder(path);
        };
    }

    private static FileKind inFolder(String path) {
        if (path.endsWith(".geojson")) {
            return path.startsWith("fences/") ? FENCES : UNKNOWN;
        }
        if (!path.endsWith(".yaml")) {
            return UNKNOWN;
        }
        if (path.startsWith("triggers/")) {
            return path.endsWith(SCENARIOS_END) ? SCENARIOS : TRIGGER;
        }
        if (path.startsWith("metrics/")) {
            return METRIC;
        }
        if (path.startsWith("segments/")) {
            return SEGMENT;
        }
        return path.startsWith("policies/") ? POLICY : UNKNOWN;
    }

    /** Where an unknown file should be, as a way out. */
    static @Nullable String wayOut(String path) {
        if (path.endsWith(".yml")) {
            return "did you mean \"" + path.substring(0, path.length() - "yml".length()) + "yaml\"?";
        }
        int slash = path.indexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash + 1);
        boolean isNearFile = slash < 0
                || folder.equals("catalogue/")
                || Words.nearestWord(path, FILES).isPresent();
        return isNearFile ? Words.nearest(path, FILES) : Words.nearest(folder, FOLDERS);
    }
}
