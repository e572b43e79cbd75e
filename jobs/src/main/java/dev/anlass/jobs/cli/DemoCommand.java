package dev.anlass.jobs.cli;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.jobs.connector.file.JsonLinesFile;
import dev.anlass.jobs.demo.BankDemo;
import dev.anlass.jobs.demo.BankPlan;
import dev.anlass.jobs.demo.Demo;
import dev.anlass.jobs.demo.DemoPlan;
import dev.anlass.jobs.demo.EventStream;
import dev.anlass.jobs.demo.GeneratedEvents;
import dev.anlass.jobs.demo.RecordedEvents;
import dev.anlass.jobs.demo.Screen;
import dev.anlass.jobs.demo.Stop;
import dev.anlass.jobs.demo.bank.BankMonths;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlass demo}: everything on this machine, from events to actions. */
@Command(
        name = "demo",
        description = {
            "Starts a Kafka broker and Flink in this process, feeds a generated day of a city or recorded events, and"
                    + " prints the actions as they happen.",
            "The generated day is invented; the same seed gives the same events."
        })
final class DemoCommand implements Callable<Integer> {

    private static final int MOST_CUSTOMERS = 1_000_000;
    private static final int MOST_BANK_CUSTOMERS = 600;
    private static final int STOPPED = 130;
    private static final int NUMBER_DIGITS = 8;
    private static final String LOG_LEVEL = "log4j2.level";
    private static final ZoneId CITY_ZONE = ZoneId.of("Europe/Zurich");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "10000",
            description = "how many customers the generated day has (default: ${DEFAULT-VALUE})")
    private int customers;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "decides everything about the generated day (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "writes the events of the generated day to a file instead of running them")
    private @Nullable Path write;

    @Option(
            names = "--bank",
            description =
                    "months of a bank instead of a day of a city: lists for its advisors, and the page where they read them")
    private boolean bank;

    @Option(
            names = "--push",
            description =
                    "gives every customer a device, and delivers the actions to providers that stand on this machine")
    private boolean push;

    @Option(
            names = "--events",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "recorded CloudEvents in JSON, one a line, packed with gzip or not, instead of the generated day")
    private List<Path> events = List.of();

    @Option(names = "--fences", paramLabel = "FILE", description = "fences as GeoJSON, instead of those of the rules")
    private @Nullable Path fences;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "the rule directory (default: the rules that Anlass brings)")
    private Path rules = bundledRules();

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            converter = SpeedReader.class,
            description =
                    "how many times faster than it happened, such as 3600, or \"max\" (default): as fast as the job"
                            + " takes the events")
    private double speed = Double.POSITIVE_INFINITY;

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "25",
            description = "prints at most so many actions a second (default: ${DEFAULT-VALUE})")
    private int linesPerSecond;

    @Option(names = "--out", paramLabel = "DIR", description = "writes actions, decisions and rejected records there")
    private @Nullable Path out;

    @Option(names = "--port", paramLabel = "PORT", description = "of Flink's web page (default: 8081 if it is free)")
    private @Nullable Integer port;

    @Option(
            names = "--desk-port",
            paramLabel = "PORT",
            description = "of the advisors' page (default: 8090 if it is free)")
    private @Nullable Integer deskPort;

    @Option(
            names = "--keep-running",
            description = "leaves everything up until Ctrl-C; with --bank on a terminal it does so by itself")
    private boolean keepRunning;

    @Override
    public Integer call() throws Exception {
        check();
        keepLogsOffTheScreen();
        RuleFiles files = ruleFiles();
        String number = "demo-" + files.sha256().substring(0, NUMBER_DIGITS);
        RuleDirectory directory = new RuleDirectory(rules, files, Rulebook.load(files, number));
        Bundle bundle = directory.bundleOrEnd(spec.commandLine().getErr());
        if (bank) {
            return demonstrateBank(files, bundle);
        }
        try (EventStream stream = stream(bundle)) {
            return write == null ? demonstrate(files, bundle, stream) : write(stream, write);
        }
    }

    private void check() {
        if (customers < 1 || customers > MOST_CUSTOMERS) {
            throw Answer.usedWrongly(
                    String.format(Locale.ROOT, "the day has 1 to %,d customers, not %,d.", MOST_CUSTOMERS, customers));
        }
        if (write != null && !events.isEmpty()) {
            throw Answer.usedWrongly("only the generated day can be written; leave out --events or --write.");
        }
        for (Path file : events) {
            if (!Files.isReadable(file)) {
                throw Answer.usedWrongly("there is no file " + file + " to read; name files of events.");
            }
        }
    }

    /** Unless the user has configured them. A failure of the job is said by the demo itself. */
    private static void keepLogsOffTheScreen() {
        if (System.getenv(Failures.TRACE) == null && System.getProperty(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, "OFF");
        }
    }

    private RuleFiles ruleFiles() throws IOException {
        RuleFiles all = RuleFiles.read(rules);
        if (fences == null) {
            return all;
        }
        RuleFiles others = RuleFiles.none();
        for (String path : all.paths()) {
            if (!path.startsWith("fences/")) {
                others = others.with(path, all.source(path).text());
            }
        }
        return others.with("fences/given.geojson", Files.readString(fences));
    }

    private EventStream stream(Bundle bundle) {
        return events.isEmpty() ? new GeneratedEvents(seed, customers, bundle.fences()) : new RecordedEvents(events);
    }

    private int demonstrateBank(RuleFiles files, Bundle bundle) throws Exception {
        boolean isWatched = keepRunning || Ansi.AUTO.enabled();
        BankPlan plan = new BankPlan(
                files,
                bundle,
                bankTitle(),
                this::bankEvents,
                bankZone(),
                TopicStories::new,
                out,
                port,
                deskPort,
                isWatched);
        try (Stop stop = Stop.onCtrlC()) {
            BankDemo.run(plan, screen(), stop);
            return 0;
        } catch (InterruptedException stopped) {
            return STOPPED;
        }
    }

    private String bankTitle() {
        return events.isEmpty()
                ? String.format(
                        Locale.ROOT,
                        "three months of a bank of %,d customers (invented, seed %d)",
                        bankCustomers(),
                        seed)
                : "recorded events from " + events;
    }

    private int bankCustomers() {
        return Math.min(customers, MOST_BANK_CUSTOMERS);
    }

    private EventStream bankEvents() {
        if (!events.isEmpty()) {
            return new RecordedEvents(events);
        }
        Iterator<String> months = BankMonths.of(seed, bankCustomers()).iterator();
        return EventStream.of(() -> months.hasNext() ? months.next().getBytes(StandardCharsets.UTF_8) : null);
    }

    private ZoneId bankZone() {
        return events.isEmpty() ? BankMonths.ZONE : ZoneId.of("Europe/Prague");
    }

    private Screen screen() {
        PrintWriter terminal = Ansi.AUTO.enabled() ? spec.commandLine().getErr() : null;
        return new Screen(spec.commandLine().getOut(), terminal);
    }

    private int demonstrate(RuleFiles files, Bundle bundle, EventStream stream) throws Exception {
        Screen screen = screen();
        DemoPlan plan =
                new DemoPlan(files, bundle, title(), zone(), speed, linesPerSecond, out, port, push, keepRunning);
        try (Stop stop = Stop.onCtrlC()) {
            return demonstrate(plan, stream, screen, stop);
        }
    }

    private static int demonstrate(DemoPlan plan, EventStream stream, Screen screen, Stop stop) throws Exception {
        try {
            Demo.run(plan, stream, screen, stop);
            return 0;
        } catch (InterruptedException stopped) {
            return STOPPED;
        }
    }

    private int write(EventStream stream, Path file) throws IOException {
        long count = 0;
        try (JsonLinesFile lines = JsonLinesFile.create(file)) {
            for (byte[] event = stream.next(); event != null; event = stream.next()) {
                lines.write(event);
                count++;
            }
        }
        spec.commandLine()
                .getOut()
                .println(String.format(Locale.ROOT, "wrote %,d events of %s to %s", count, title(), file));
        return 0;
    }

    private String title() {
        return events.isEmpty()
                ? String.format(Locale.ROOT, "a generated day of %,d customers (invented, seed %d)", customers, seed)
                : "recorded events from " + events;
    }

    private ZoneId zone() {
        return events.isEmpty() ? CITY_ZONE : ZoneOffset.UTC;
    }

    /** Beside the launcher, or where the command is called. */
    private static Path bundledRules() {
        String home = System.getenv("ANLASS_HOME");
        return home == null ? Path.of("rules") : Path.of(home, "rules");
    }
}
