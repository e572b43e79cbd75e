package dev.anlass.jobs.demo;

import dev.anlass.engine.event.Decoded;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Feeds one record after the other: not before its time, and not faster than the job takes them. */
final class Feeding {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final DemoJob job;
    private final Feeder feeder;
    private final Backlog backlog;
    private final Screen screen;
    private final Tally tally;
    private final ZoneId zone;

    Feeding(DemoJob job, Feeder feeder, Screen screen, Tally tally, ZoneId zone) {
        this.job = job;
        this.feeder = feeder;
        this.backlog = new Backlog(job);
        this.screen = screen;
        this.tally = tally;
        this.zone = zone;
    }

    /**
     * Feeds all of them.
     *
     * @param speed how many times faster than recorded; infinite for as fast as possible
     */
    void feed(EventStream events, double speed) throws IOException, InterruptedException {
        Rhythm rhythm = new Rhythm(speed, events.rhythmFrom(), System.nanoTime());
        for (byte[] record = events.next(); record != null; record = events.next()) {
            job.failIfStopped();
            Decoded decoded = feeder.decode(record);
            if (decoded instanceof Decoded.Accepted accepted) {
                long due = rhythm.dueNanos(accepted.event().time());
                job.await(() -> System.nanoTime() >= due, this::say);
            }
            backlog.awaitRoom(feeder.sent(), this::say);
            feeder.feed(record, decoded);
        }
    }

    private void say() {
        screen.status(() -> String.format(
                Locale.ROOT,
                "%,d fed, %,d processed (%,.0f a second), %s, %,d actions",
                feeder.records(),
                backlog.read(),
                backlog.perSecond(),
                time(),
                tally.requested()));
    }

    private String time() {
        return feeder.newest() == Long.MIN_VALUE
                ? "no time yet"
                : Instant.ofEpochMilli(feeder.newest()).atZone(zone).format(TIME);
    }
}
