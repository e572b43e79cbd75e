package dev.anlass.jobs.demo;

import dev.anlass.engine.step.Program;
import dev.anlass.jobs.config.JobSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A complete run on one machine: a broker and a Flink job in this process, events fed into it, actions printed as they
 * come out.
 */
public final class Demo {

    private static final int EVENTS_REMEMBERED = 1 << 20;

    private final DemoPlan plan;
    private final Screen screen;
    private final Stop stop;
    private final Tally tally = new Tally();
    private final AppendTimes appendTimes = new AppendTimes(EVENTS_REMEMBERED);
    private final LatencyMeter latencies = new LatencyMeter(appendTimes);
    private final DemoListener listener;

    private Demo(DemoPlan plan, Screen screen, Stop stop) {
        this.plan = plan;
        this.screen = screen;
        this.stop = stop;
        this.listener = new DemoListener(plan, screen, tally, latencies);
    }

    /**
     * Runs to the end of the events, and until everything that was due by then has happened.
     *
     * @throws InterruptedException if a stop was requested before
     */
    public static DemoSummary run(DemoPlan plan, EventStream events, Screen screen, Stop stop) throws Exception {
        try {
            return new Demo(plan, screen, stop).run(events);
        } catch (InterruptedException stopped) {
            screen.endOfStatus();
            screen.line("stopped, and cleaned up");
            throw stopped;
        }
    }

    private DemoSummary run(EventStream events) throws Exception {
        screen.line("Starting a Kafka broker, and Flink with RocksDB, in this process");
        try (DemoDirectory directory = DemoDirectory.create();
                EmbeddedKafka kafka = EmbeddedKafka.start()) {
            JobSettings settings = DemoGround.settings(directory.path(), kafka.bootstrap(), plan.webPort());
            DemoGround.publish(plan.rules(), plan.bundle(), settings);
            try (DemoJob job = DemoJob.start(settings, stop);
                    DemoPush push = plan.push() ? DemoPush.start(settings, directory.path()) : null) {
                sayWhereToLook(settings, job);
                DemoSummary summary = process(with(push, events, settings), settings, job);
                say(summary);
                if (push != null) {
                    push.awaitEnd(settings.kafka(), () -> screen.status(() -> "waiting for the last messages"));
                    screen.endOfStatus();
                    push.lines().forEach(screen::line);
                }
                if (plan.keepRunning()) {
                    screen.line("everything stays up until you press Ctrl-C");
                    stop.await();
                }
                return summary;
            }
        }
    }

    private EventStream with(@Nullable DemoPush push, EventStream events, JobSettings settings) {
        return push == null
                ? events
                : push.withDevices(
                        events,
                        Program.of(List.of(plan.bundle()), settings.engine()).decoder());
    }

    private DemoSummary process(EventStream events, JobSettings settings, DemoJob job) throws Exception {
        if (plan.out() == null) {
            return process(events, settings, job, List.of(listener));
        }
        try (OutputFiles files = new OutputFiles(plan.out())) {
            return process(events, settings, job, List.of(listener, files));
        }
    }

    private DemoSummary process(
            EventStream events, JobSettings settings, DemoJob job, List<OutputTopics.Listener> listeners)
            throws Exception {
        Program program = Program.of(List.of(plan.bundle()), settings.engine());
        try (OutputTopics outputs = OutputTopics.read(settings.kafka(), listeners);
                Feeder feeder = new Feeder(settings.kafka(), program.decoder(), appendTimes)) {
            long start = System.nanoTime();
            new Feeding(job, feeder, screen, tally, plan.zone()).feed(events, plan.speed());
            feeder.end(settings.grace());
            if (feeder.newest() != Long.MIN_VALUE) {
                job.awaitTime(feeder.newest(), () -> screen.status(() -> "waiting for the last actions"));
            }
            outputs.readToEnd();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            latencies.end();
            JobCounters counters =
                    JobCounters.of(job.metrics(), plan.bundle().triggers().keySet());
            return new DemoSummary(feeder.records(), took, tally, counters, latencies);
        }
    }

    private void sayWhereToLook(JobSettings settings, DemoJob job) {
        DemoGround.lines(plan.bundle(), settings, job).forEach(screen::line);
        screen.line("Feeding " + plan.title() + "; times are those of " + plan.zone());
    }

    private void say(DemoSummary summary) {
        screen.endOfStatus();
        if (listener.leftOut() > 0) {
            screen.line(String.format(
                    Locale.ROOT,
                    "(%,d more actions and revocations were not printed; --lines prints more, --out writes all)",
                    listener.leftOut()));
        }
        summary.lines().forEach(screen::line);
        if (plan.out() != null) {
            screen.line("  written to     " + plan.out());
        }
    }
}
