package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A world as a folder: the rule files of each bundle, the score tables, the settings, and the records in the order of their arrival. */
final class SavedWorld {

    private static final String SETTINGS = "world.properties";
    private static final String RECORDS = "records.ndjson";

    private SavedWorld() {}

    /** Gives the folder of the world, which is named after its seed. */
    static Path write(World world, Path folder) throws IOException {
        Path own = folder.resolve("seed-" + world.seed());
        for (Edition edition : world.rules().editions()) {
            for (Map.Entry<String, String> file : edition.files().entrySet()) {
                Path path = bundle(own, edition.number()).resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        List<String> scores = world.rules().scores().files();
        for (int i = 0; i < scores.size(); i++) {
            Files.writeString(scores(own, i), scores.get(i));
        }
        Files.write(own.resolve(RECORDS), world.lines());
        Files.write(own.resolve(SETTINGS), settings(world));
        return own;
    }

    private static List<String> settings(World world) {
        Settings settings = world.settings();
        List<String> lines = new ArrayList<>();
        lines.add("seed=" + world.seed());
        lines.add("arrivals=" + world.arrivals());
        lines.add("lateness_ms=" + settings.latenessMillis());
        lines.add("presence_timeout_ms=" + settings.presenceTimeoutMillis());
        lines.add("max_events_per_minute=" + settings.maxEventsPerMinute());
        lines.add("spread=" + settings.spread());
        world.rules()
                .editions()
                .forEach(edition -> lines.add("effective_from." + edition.number() + "=" + edition.effectiveFrom()));
        return lines;
    }

    static World read(Path own) throws IOException {
        Properties saved = new Properties();
        try (Reader reader = Files.newBufferedReader(own.resolve(SETTINGS))) {
            saved.load(reader);
        }
        List<Edition> editions = new ArrayList<>();
        for (int number = 0; saved.containsKey("effective_from." + number); number++) {
            editions.add(Edition.of(number, files(bundle(own, number)), number(saved, "effective_from." + number)));
        }
        List<String> scores = new ArrayList<>();
        while (Files.exists(scores(own, scores.size()))) {
            scores.add(Files.readString(scores(own, scores.size())));
        }
        Settings settings = new Settings(
                number(saved, "lateness_ms"),
                number(saved, "presence_timeout_ms"),
                (int) number(saved, "max_events_per_minute"),
                Long.MAX_VALUE,
                Boolean.parseBoolean(saved.getProperty("spread")));
        return new World(
                number(saved, "seed"),
                new Rules(editions, new Scores(scores)),
                settings,
                Arrivals.valueOf(saved.getProperty("arrivals")),
                Files.readAllLines(own.resolve(RECORDS), StandardCharsets.UTF_8));
    }

    private static Path bundle(Path own, int number) {
        return own.resolve("bundle-" + number);
    }

    private static Path scores(Path own, int number) {
        return own.resolve("scores-" + number + ".json");
    }

    private static long number(Properties saved, String name) {
        return Long.parseLong(saved.getProperty(name));
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, Files.readString(path));
            }
        }
        return files;
    }
}
