package dev.anlass.jobs.operator;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Program;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this process has compiled: the subtasks in it that decide by the same bundles share one program.
 *
 * <p>Programs never change. One that nobody uses any more stays only as long as there is memory for it.
 */
final class CompiledRules {

    private static final Map<Announcement, SoftReference<Bundle>> BUNDLES = new HashMap<>();
    private static final Map<Rules, SoftReference<Program>> PROGRAMS = new HashMap<>();

    /** What a program is made of. */
    private record Rules(List<Announcement> bundles, Settings settings) {}

    private CompiledRules() {}

    /** Compiled at most once, however many ask at the same time. */
    static synchronized Program program(List<PublishedBundle> published, Settings settings) {
        List<Announcement> announced =
                published.stream().map(PublishedBundle::announcement).toList();
        Rules rules = new Rules(announced, settings);
        Program known = present(PROGRAMS.get(rules));
        if (known != null) {
            return known;
        }
        List<Bundle> bundles = new ArrayList<>();
        published.forEach(bundle -> bundles.add(bundle(bundle)));
        Program program = Program.of(bundles, settings);
        PROGRAMS.values().removeIf(reference -> present(reference) == null);
        PROGRAMS.put(rules, new SoftReference<>(program));
        return program;
    }

    private static Bundle bundle(PublishedBundle published) {
        Bundle known = present(BUNDLES.get(published.announcement()));
        if (known != null) {
            return known;
        }
        Bundle bundle = published.loaded();
        remember(published.announcement(), bundle);
        return bundle;
    }

    /** This bundle is what was announced; nobody has to load it as long as somebody uses it. */
    static synchronized void remember(Announcement announced, Bundle bundle) {
        BUNDLES.values().removeIf(reference -> present(reference) == null);
        BUNDLES.put(announced, new SoftReference<>(bundle));
    }

    private static <T> @Nullable T present(@Nullable SoftReference<T> reference) {
        return reference == null ? null : reference.get();
    }
}
