package dev.anlass.jobs.cli;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.Problems;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.scenario.ScenarioSuite;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The rules of a directory as a command finds them. */
record RuleDirectory(Path directory, RuleFiles files, Loaded loaded) {

    static RuleDirectory load(Path directory) throws IOException {
        return load(directory, RuleFiles.read(directory));
    }

    /** With the fences of one more file. */
    static RuleDirectory load(Path directory, Path fences) throws IOException {
        String path = "fences/" + fences.getFileName();
        return load(directory, RuleFiles.read(directory).with(path, Files.readString(fences)));
    }

    private static RuleDirectory load(Path directory, RuleFiles files) {
        return new RuleDirectory(directory, files, Rulebook.load(files, null));
    }

    /** The scenarios beside the triggers; null if the rules cannot be used. */
    @Nullable
    ScenarioSuite scenarios() {
        return loaded.bundle() == null ? null : ScenarioSuite.of(files, loaded);
    }

    /** Everything that is wrong with the rules and their scenarios. */
    Problems problems(@Nullable ScenarioSuite scenarios) {
        return scenarios == null ? loaded.problems() : loaded.problems().and(scenarios.problems());
    }

    /** The rules, if nothing keeps them from being deployed; otherwise the command ends after saying what does. */
    Bundle deployableOrEnd(PrintWriter err) {
        Bundle bundle = loaded.bundle();
        Problems problems = loaded.problems().withMissingScenariosAsErrors();
        if (bundle == null || problems.hasErrors()) {
            err.print(problems.render());
            throw Answer.no("the rules in " + directory + " cannot be deployed; mend the errors above.");
        }
        return bundle;
    }

    /** The rules, if they can be put to work; otherwise the command ends after saying why not. */
    Bundle bundleOrEnd(PrintWriter err) {
        Bundle bundle = loaded.bundle();
        Problems problems = loaded.problems();
        if (bundle == null) {
            err.print(problems.render());
            throw Answer.no("the rules in " + directory + " cannot be used; mend the errors above.");
        }
        if (problems.warnings() > 0) {
            err.println("warnings about the rules: " + problems.warnings() + "; anlass validate " + directory
                    + " shows them.");
        }
        return bundle;
    }
}
