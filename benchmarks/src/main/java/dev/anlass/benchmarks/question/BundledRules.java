package dev.anlass.benchmarks.question;

import dev.anlass.engine.place.Fence;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.step.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The rules that come with Anlass, read from the root of the project, and one type of event that none of them reads. */
final class BundledRules {

    static final String UNREAD = "page.scrolled";

    private static final String EVENTS = "catalogue/events.yaml";
    private static final String UNREAD_EVENT = """

              page.scrolled:
                data: behaviour
                fields: {page: string, depth: double, referrer: string}
            """;

    private BundledRules() {}

    static Program program() throws IOException {
        return Program.of(List.of(bundle()), Settings.DEFAULT);
    }

    /** With these fences instead of their own. */
    static Program program(List<Fence> fences) throws IOException {
        Bundle own = bundle();
        Bundle other = new Bundle(
                own.number(),
                own.effectiveFrom(),
                own.catalogue(),
                own.purposes(),
                own.channels(),
                own.constants(),
                own.metrics(),
                own.segments(),
                own.policies(),
                fences,
                own.triggers());
        return Program.of(List.of(other), Settings.DEFAULT);
    }

    private static Bundle bundle() throws IOException {
        RuleFiles files = RuleFiles.read(Path.of("rules"));
        RuleFiles more = files.with(EVENTS, files.text(EVENTS) + UNREAD_EVENT);
        return Objects.requireNonNull(Rulebook.load(more, "bundled").bundle());
    }
}
