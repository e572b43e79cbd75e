package dev.anlass.benchmarks.mix;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The rules of the mix as rule files: what is written by hand, and the triggers and fences that are generated. */
public final class MixRules {

    private static final List<String> WRITTEN = List.of(
            "catalogue/events.yaml",
            "catalogue/customer.yaml",
            "catalogue/purposes.yaml",
            "catalogue/channels.yaml",
            "constants.yaml",
            "metrics/metrics.yaml",
            "segments/relationship.yaml",
            "policies/policies.yaml");

    private static final List<String> COUNTING = List.of("metrics/counts.yaml", "triggers/busy-week.yaml");

    /** So that no file comes near the largest that is read. */
    private static final int TRIGGERS_PER_FILE = 500;

    private MixRules() {}

    public static RuleFiles files(MixShape.Rules rules) {
        RuleFiles files = RuleFiles.none();
        for (String path : WRITTEN) {
            files = files.with(path, written("rules/" + path));
        }
        for (String path : rules.countEveryEvent() ? COUNTING : List.<String>of()) {
            files = files.with(path, written("counting/" + path));
        }
        files = files.with("fences/shops.geojson", new Shops(rules.shops()).geojson());
        for (int first = 0; first < rules.triggers(); first += TRIGGERS_PER_FILE) {
            files = files.with("triggers/generated-" + first + ".yaml", triggers(rules, first));
        }
        return files;
    }

    /** Writes the rule files to a directory. */
    public static void write(MixShape.Rules rules, Path directory) throws IOException {
        RuleFiles files = files(rules);
        for (String path : files.paths()) {
            Path file = directory.resolve(path);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, Objects.requireNonNull(files.text(path)));
        }
    }

    /** Read and checked as every bundle is. */
    public static Bundle bundle(RuleFiles files) {
        Loaded loaded = Rulebook.load(files, "retail-mix");
        Bundle bundle = loaded.bundle();
        if (bundle == null) {
            throw new IllegalStateException(loaded.problems().render());
        }
        return bundle;
    }

    private static String triggers(MixShape.Rules rules, int first) {
        StringBuilder yaml = new StringBuilder();
        int end = Math.min(first + TRIGGERS_PER_FILE, rules.triggers());
        for (int number = first; number < end; number++) {
            yaml.append(number == first ? "" : "---\n").append(MixTrigger.yaml(number, rules));
        }
        return yaml.toString();
    }

    private static String written(String path) {
        try (InputStream stream = MixRules.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
