package dev.anlass.jobs.cli;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.Problems;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rules of a directory as a command finds them, with everything that is wrong with them. */
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
