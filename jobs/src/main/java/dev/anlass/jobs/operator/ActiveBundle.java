package dev.anlass.jobs.operator;

import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bundles that one subtask decides by, compiled; the time of an input says which of them does. */
final class ActiveBundle implements AutoCloseable {

    private static final String ACTION_FAILED = "action.failed";

    private final BundleLibrary.Reader library;
    private final Settings settings;
    private final List<PublishedBundle> published = new ArrayList<>();
    private final Map<String, Boolean> concerned = new HashMap<>();
    private @Nullable Program program;

    private ActiveBundle(BundleLibrary.Reader library, Settings settings) {
        this.library = library;
        this.settings = settings;
    }

    /** Reads all bundles; refuses to start without one. */
    static ActiveBundle open(BundleLibrary library, Settings settings) {
        ActiveBundle active = new ActiveBundle(library.open(), settings);
        active.refresh();
        if (active.program == null) {
            active.close();
            throw new IllegalStateException("there are no rules to decide by: publish some with `anlass deploy DIR`");
        }
        return active;
    }

    Program program() {
        if (program == null) {
            throw new IllegalStateException("not open");
        }
        return program;
    }

    /** Takes in what was published since. */
    void refresh() {
        List<PublishedBundle> more = library.readNew();
        if (!more.isEmpty()) {
            published.addAll(more);
            program = CompiledRules.program(published, settings);
            concerned.clear();
        }
    }

    /** Whether events of this type can matter to any customer; feedback does without any rule that reads it. */
    boolean concerns(String type) {
        return concerned.computeIfAbsent(
                type,
                name -> name.equals(ACTION_FAILED)
                        || program().timetable().programs().stream().anyMatch(rules -> rules.reads(name)));
    }

    boolean knows(Announcement announced) {
        return published.stream().anyMatch(bundle -> bundle.announcement().equals(announced));
    }

    @Override
    public void close() {
        library.close();
    }
}
