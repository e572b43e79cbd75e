package dev.anlass.jobs.operator;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;

/** A bundle as it was published: its files, its number, and from when it decides. */
public record PublishedBundle(String number, long effectiveFrom, RuleFiles files) {

    public Announcement announcement() {
        return new Announcement(number, effectiveFrom, files.sha256());
    }

    /** Checked and ready to decide. */
    Bundle loaded() {
        Loaded loaded = Rulebook.load(files, number);
        Bundle bundle = loaded.bundle();
        if (bundle == null) {
            throw new IllegalStateException("this release cannot honour bundle " + number
                    + ": mend the rules and deploy them again, or run the release that deployed it\n"
                    + loaded.problems().render());
        }
        return bundle.withEffectiveFrom(effectiveFrom);
    }
}
