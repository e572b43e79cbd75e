package dev.anlass.jobs.operator;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;

/** A bundle as it was published: its files, and its announcement. */
public record PublishedBundle(Announcement announcement, RuleFiles files) {

    /** @param effectiveFrom event time in milliseconds since 1970 from which it decides */
    public PublishedBundle(String number, long effectiveFrom, RuleFiles files) {
        this(new Announcement(number, effectiveFrom, files.sha256()), files);
    }

    public String number() {
        return announcement.number();
    }

    public long effectiveFrom() {
        return announcement.effectiveFrom();
    }

    /** Checked and ready to decide. */
    public Bundle loaded() {
        Loaded loaded = Rulebook.load(files, number());
        Bundle bundle = loaded.bundle();
        if (bundle == null) {
            throw new IllegalStateException("this release cannot honour bundle " + number()
                    + ": mend the rules and deploy them again, or run the release that deployed it\n"
                    + loaded.problems().render());
        }
        return bundle.withEffectiveFrom(effectiveFrom());
    }
}
