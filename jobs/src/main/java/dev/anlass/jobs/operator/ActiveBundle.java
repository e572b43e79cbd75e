package dev.anlass.jobs.operator;

import dev.anlass.engine.decide.Stops;
import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rule.ScoreTables;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Program;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/** The bundles that one subtask decides by, compiled; the time of an input says which of them does. And what is stopped. */
final class ActiveBundle implements AutoCloseable {

    private static final long REFRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String ACTION_FAILED = "action.failed";

    /** How many score tables a subtask keeps; the one of the earliest time gives way. */
    static final int MAX_SCORE_TABLES = 64;

    private final BundleLibrary.Reader library;
    private final Settings settings;
    private final KeptBundles kept = new KeptBundles();
    private final Map<String, Boolean> concerned = new HashMap<>();
    private ScoreTables scores = ScoreTables.published(List.of());
    private @Nullable Program program;
    private List<Stop> stopped = List.of();
    private Stops stops = Stops.NONE;
    private long lookedAt;

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

    Stops stops() {
        return stops;
    }

    /** Takes in what was published, stopped and started since; whether there was a bundle. */
    boolean refresh() {
        lookedAt = System.nanoTime();
        List<PublishedBundle> more = library.readNew();
        List<ScoreTable> tables = library.newScores();
        if (!stopped.equals(library.stops())) {
            stopped = library.stops();
            stops = Stop.all(stopped);
        }
        if (more.isEmpty() && tables.isEmpty()) {
            return false;
        }
        more.forEach(kept::add);
        tables.forEach(table -> scores = scores.with(table, MAX_SCORE_TABLES));
        if (!kept.all().isEmpty()) {
            program = CompiledRules.program(kept.all(), settings).withScores(scores);
        }
        concerned.clear();
        return true;
    }

    /** The same, at most once a second: whoever asks all the time knows a bundle a second after its publication. */
    boolean refreshNowAndThen() {
        return System.nanoTime() - lookedAt > REFRESH_NANOS && refresh();
    }

    /** Whether events of this type can matter to any customer; feedback does without any rule that reads it. */
    boolean concerns(String type) {
        Boolean known = concerned.get(type);
        return known == null ? findConcerned(type) : known;
    }

    private boolean findConcerned(String type) {
        boolean isRead = type.equals(ACTION_FAILED)
                || program().timetable().programs().stream().anyMatch(rules -> rules.reads(type));
        concerned.put(type, isRead);
        return isRead;
    }

    boolean knows(Announcement announced) {
        return announcements().contains(announced);
    }

    /** Of the bundles that it decides by, in the order of their effective times. */
    List<Announcement> announcements() {
        return kept.all().stream().map(PublishedBundle::announcement).toList();
    }

    /** Says by how new a bundle this subtask decides, and how many stops it knows. */
    void measure(MetricGroup metrics) {
        metrics.gauge("stops", () -> stopped.size());
        metrics.gauge("newest_bundle_effective_from", this::newestEffectiveFrom);
    }

    private long newestEffectiveFrom() {
        return announcements().stream()
                .mapToLong(Announcement::effectiveFrom)
                .max()
                .orElseThrow();
    }

    @Override
    public void close() {
        library.close();
    }
}
