package dev.anlass.benchmarks.patterns;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.step.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The compared rules, as rule files: what {@link ShopPatterns} says in patterns. */
public final class ShopRules {

    private static final String FOLDER = "rules";

    private ShopRules() {}

    public static RuleFiles files() {
        try {
            return RuleFiles.read(Path.of(
                    Objects.requireNonNull(ShopRules.class.getResource(FOLDER)).toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Program program(Settings settings) {
        return program(files(), settings);
    }

    /** Some of the compared rules alone. */
    public static Program program(List<String> triggers) {
        RuleFiles all = files();
        RuleFiles some = RuleFiles.none();
        for (String path : all.paths()) {
            String name = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
            if (!path.startsWith("triggers") || triggers.contains(name)) {
                some = some.with(path, Objects.requireNonNull(all.text(path)));
            }
        }
        return program(some, Settings.DEFAULT);
    }

    private static Program program(RuleFiles files, Settings settings) {
        Loaded loaded = Rulebook.load(files, "compared");
        Bundle bundle = loaded.bundle();
        if (bundle == null) {
            throw new IllegalStateException(loaded.problems().render());
        }
        return Program.of(List.of(bundle), settings);
    }
}
