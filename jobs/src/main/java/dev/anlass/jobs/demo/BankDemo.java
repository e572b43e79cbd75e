package dev.anlass.jobs.demo;

import dev.anlass.engine.step.Program;
import dev.anlass.jobs.advisor.Offices;
import dev.anlass.jobs.advisor.OfficesFile;
import dev.anlass.jobs.advisor.store.Database;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.ListSettings;
import dev.anlass.jobs.demo.bank.BankOffices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The months of a bank on one machine, day by day: events go in, each working day every advisor gets a list, advisors who
 * are played say what became of it.
 */
public final class BankDemo {

    private static final int EVENTS_REMEMBERED = 1 << 10;
    private static final String CHANNEL = "advisor";
    private static final Duration TICK = Duration.ofSeconds(1);

    private final BankPlan plan;
    private final Screen screen;
    private final Stop stop;

    private BankDemo(BankPlan plan, Screen screen, Stop stop) {
        this.plan = plan;
        this.screen = screen;
        this.stop = stop;
    }

    /** Runs to the end of the events. */
    public static void run(BankPlan plan, Screen screen, Stop stop) throws Exception {
        new BankDemo(plan, screen, stop).run();
    }

    private void run() throws Exception {
        screen.line("Starting a Kafka broker, PostgreSQL, and Flink with RocksDB, in this process and beside it");
        try (DemoDirectory directory = DemoDirectory.create();
                EmbeddedKafka kafka = EmbeddedKafka.start();
                EmbeddedPostgres postgres =
                        EmbeddedPostgres.start(directory.path().resolve("postgres"));
                Database database = Database.open(postgres.settings())) {
            Path file = Files.writeString(
                    directory.path().resolve("offices.yaml"), offices().yaml());
            JobSettings settings = DemoGround.settings(directory.path(), kafka.bootstrap(), plan.webPort())
                    .withLists(new ListSettings(file.toString(), CHANNEL));
            DemoGround.publish(plan.rules(), plan.bundle(), settings);
            Offices offices = OfficesFile.read(file.toString());
            try (BankOutput output = output(file, offices)) {
                run(settings, offices, database, output);
            }
        }
    }

    private BankOutput output(Path file, Offices offices) throws IOException {
        if (plan.out() == null) {
            return BankOutput.NOWHERE;
        }
        BankOutput output = new BankFiles(plan.out(), offices);
        Files.copy(file, plan.out().resolve("offices.yaml"), StandardCopyOption.REPLACE_EXISTING);
        return output;
    }

    private void run(JobSettings settings, Offices offices, Database database, BankOutput output) throws Exception {
        Program program = Program.of(List.of(plan.bundle()), settings.engine());
        try (DemoJob job = DemoJob.start(settings, stop);
                OutputTopics outputs = OutputTopics.read(settings.kafka(), output.listeners());
                PublishedLists lists = new PublishedLists(settings.kafka(), database, output);
                Feeder feeder = new Feeder(settings.kafka(), program.decoder(), new AppendTimes(EVENTS_REMEMBERED))) {
            DemoGround.lines(plan.bundle(), settings, job).forEach(screen::line);
            screen.line("Feeding " + plan.title() + " to " + offices.advisors().size() + " advisors, who are played");
            long start = System.nanoTime();
            LocalDate today = new BankDays(plan, job, feeder, lists, screen).pass();
            outputs.readToEnd();
            screen.endOfStatus();
            summary(feeder.records(), Duration.ofNanos(System.nanoTime() - start), lists, today)
                    .forEach(screen::line);
            if (plan.keepRunning()) {
                keepOpen(offices, lists, feeder, settings, today);
            }
        }
    }

    /** Time goes on from the last morning, so that what is said at the desk is heard. */
    private void keepOpen(Offices offices, PublishedLists lists, Feeder feeder, JobSettings settings, LocalDate today)
            throws IOException, InterruptedException {
        Instant morning = today.atTime(BankPlan.OPENS).atZone(plan.zone()).toInstant();
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), morning));
        try (BankDesk desk = BankDesk.open(plan, offices, lists, plan.stories().apply(settings), clock)) {
            desk.lines(lists.busiestAdvisor()).forEach(screen::line);
            screen.line("everything stays up until you press Ctrl-C");
            while (!stop.await(TICK)) {
                feeder.tick(clock.instant());
            }
        }
    }

    private BankOffices offices() throws IOException {
        BankOffices offices = new BankOffices();
        try (EventStream events = plan.events().open()) {
            for (byte[] event = events.next(); event != null; event = events.next()) {
                offices.take(event);
            }
        }
        return offices;
    }

    private static List<String> summary(long events, Duration took, PublishedLists lists, LocalDate today) {
        return List.of(
                text("%,d events in %,d s; it is the morning of %s", events, took.toSeconds(), today),
                text("  lists          %,d", lists.lists()),
                text(
                        "  rows           %,d, of which %,d stood on an earlier list, too",
                        lists.rows(), lists.carriedOver()),
                "  feedback       " + counted(lists.said()));
    }

    private static String counted(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> text("%s %,d", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
