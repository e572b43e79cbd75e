package dev.anlass.benchmarks.night;

import dev.anlass.benchmarks.measure.Figures;
import dev.anlass.benchmarks.measure.TemporaryDirectory;
import dev.anlass.benchmarks.measure.Used;
import dev.anlass.jobs.config.CheckpointSettings;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.config.SettingsReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;

/** One night of one bank: customers become known, schedules look at all of them, and the lists are cut. */
final class NightRun {

    private static final int SUBTASKS = 2;
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(10);

    private final Bank bank;
    private final PriorityQueueStateType timers;
    private final Map<String, Object> figures;

    NightRun(Bank bank, PriorityQueueStateType timers) {
        this.bank = bank;
        this.timers = timers;
        this.figures = bank.facts();
    }

    Map<String, Object> figures() throws Exception {
        try (TemporaryDirectory checkpoints = TemporaryDirectory.create();
                HeapPeak heap = HeapPeak.started()) {
            run(settings(checkpoints));
            figures.put("heap_peak_bytes", heap.taken());
            figures.put("heap_peak_bytes_after_collections", heap.left());
        }
        return figures;
    }

    private void run(JobSettings settings) throws Exception {
        int number = NightWatch.begin(SUBTASKS);
        NightWatch watch = NightWatch.numbered(number);
        NightGraph graph = new NightGraph(bank, settings, timers);
        try (NightJob job = NightJob.start(graph.between(number), SUBTASKS)) {
            NightCourse course = new NightCourse(bank, new Night(settings), job, watch);
            Used registering = took("register", course.register());
            Map<String, Long> registered = stored("registered", job.stateBytes());
            Used schedules = took("schedules", course.schedules());
            Map<String, Long> proposed = stored("before_the_cut", job.stateBytes());
            Used quiet = took("quiet_hours", course.quietHours());
            Used cut = took("cut", course.cut());
            stored("after_the_cut", job.stateBytes());
            figures.put("registrations_per_second", Math.round(bank.customers() / registering.wallSeconds()));
            figures.put("night_seconds", seconds(schedules, quiet, cut));
            counted(watch);
            perEach(registered, proposed, watch.count(WatchedSink.ACTIONS));
        }
    }

    private Used took(String stretch, Used used) {
        System.err.println(bank.customers() + " customers, " + stretch + ": " + used);
        figures.put(stretch + "_seconds", Figures.rounded(used.wallSeconds()));
        figures.put(stretch + "_cpu_seconds", Figures.rounded(used.processorSeconds()));
        figures.put(stretch + "_gc_seconds", Figures.rounded(used.collectingSeconds()));
        return used;
    }

    private Map<String, Long> stored(String when, Map<String, Long> bytes) {
        System.err.println(bank.customers() + " customers, " + when + ": " + bytes);
        Map<String, Object> stored = new LinkedHashMap<>();
        stored.put("all", bytes.values().stream().mapToLong(Long::longValue).sum());
        stored.putAll(bytes);
        figures.put("state_bytes_" + when, stored);
        return bytes;
    }

    private void counted(NightWatch watch) {
        figures.put("proposals", watch.count(WatchedSink.ACTIONS));
        figures.put("decisions", watch.count(WatchedSink.DECISIONS));
        figures.put("rejected", watch.count(WatchedSink.REJECTED));
        figures.put("calls_told", watch.count(WatchedSink.CALLS));
        figures.putAll(ListFigures.of(watch.lists()));
    }

    private void perEach(Map<String, Long> registered, Map<String, Long> proposed, long proposals) {
        long ofProposals = proposed.getOrDefault("addresses", 0L) + proposed.getOrDefault("lists", 0L);
        figures.put("state_bytes_per_customer", registered.getOrDefault("trigger", 0L) / bank.customers());
        figures.put("state_bytes_per_proposal", ofProposals / Math.max(1, proposals));
    }

    private static double seconds(Used... stretches) {
        return Figures.rounded(
                Stream.of(stretches).mapToDouble(Used::wallSeconds).sum());
    }

    private static JobSettings settings(TemporaryDirectory checkpoints) {
        return SettingsReader.ofDefaults()
                .withParallelism(SUBTASKS)
                .withCustomerSecret(new Secret("of a measurement"))
                .withCheckpoints(new CheckpointSettings(
                        BETWEEN_CHECKPOINTS, checkpoints.path().toUri().toString()));
    }
}
