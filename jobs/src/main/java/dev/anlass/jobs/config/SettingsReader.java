package dev.anlass.jobs.config;

import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.Findings;
import dev.anlass.engine.rulefile.Node;
import dev.anlass.engine.rulefile.Problems;
import dev.anlass.engine.rulefile.Source;
import dev.anlass.engine.rulefile.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the settings of a job: the defaults, over them {@code anlass.yaml}, over it the environment. */
public final class SettingsReader {

    private static final String DEFAULTS = "/anlass-defaults.yaml";
    private static final int LARGEST_PORT = 65_535;
    private static final String BUSY_CUSTOMERS = "busy_customers";
    private static final int MOST_BUSY_CUSTOMERS = 10_000_000;
    private static final int LONGEST_BUFFER_TIMEOUT_MILLIS = 10_000;

    private final Findings findings = new Findings();
    private final GivenSettings given;

    private SettingsReader() {
        Findings none = new Findings();
        Node defaults = YamlReader.documents(new Source("the defaults", defaults()), none)
                .get(0);
        this.given = new GivenSettings((Node.Mapping) defaults, findings);
    }

    /**
     * What was read.
     *
     * @param settings of the job; null if there are errors among the problems
     * @param desk of the advisors' desk; null if there are errors among the problems
     * @param gateway of what apps talk to; null if there are errors among the problems
     * @param problems all mistakes at once
     */
    public record Read(
            @Nullable JobSettings settings,
            @Nullable DeskSettings desk,
            @Nullable GatewaySettings gateway,
            Problems problems) {}

    /**
     * Reads and checks all settings.
     *
     * @param file the user's own, or null if there is none
     * @throws IOException if the file cannot be read
     */
    public static Read read(@Nullable Path file, Map<String, String> environment) throws IOException {
        SettingsReader reader = new SettingsReader();
        if (file != null) {
            reader.file(new Source(file.toString(), Files.readString(file)));
        }
        new Environment(environment, reader.findings).over(reader.given);
        JobSettings settings = reader.settings();
        DeskSettings desk = reader.desk();
        GatewaySettings gateway = reader.gateway();
        Problems problems = reader.findings.problems();
        return problems.hasErrors()
                ? new Read(null, null, null, problems)
                : new Read(settings, desk, gateway, problems);
    }

    /** The documented defaults. */
    public static JobSettings ofDefaults() {
        return new SettingsReader().settings();
    }

    private void file(Source source) {
        List<Node> documents = YamlReader.documents(source, findings);
        if (!documents.isEmpty()) {
            given.file(documents.get(0));
        }
    }

    private JobSettings settings() {
        return new JobSettings(
                kafka(),
                given.word("clock", Clock.class),
                given.duration("grace"),
                new Settings(
                        given.duration("lateness").toMillis(),
                        given.duration("presence_timeout").toMillis(),
                        given.whole("max_events_per_minute", 1, Integer.MAX_VALUE),
                        Settings.DEFAULT.schedulesThrough(),
                        Settings.DEFAULT.spread()),
                given.whole("parallelism", 1, JobSettings.MAX_PARALLELISM),
                given.word("timers", Timers.class),
                Duration.ofMillis(given.whole("buffer_timeout", 0, LONGEST_BUFFER_TIMEOUT_MILLIS)),
                busyCustomers(),
                new CheckpointSettings(
                        given.duration("checkpoints.interval"), uri(given.text("checkpoints.directory"))),
                new Secret(given.text("customer_secret")),
                new ListSettings(given.text("advisor_lists.offices"), given.text("advisor_lists.channel")),
                PushSettingsReader.push(given),
                given.text("metrics.ports"),
                given.whole("web.port", 0, LARGEST_PORT));
    }

    private DeskSettings desk() {
        return new DeskSettings(
                given.text("desk.host"),
                given.whole("desk.port", 0, LARGEST_PORT),
                given.text("desk.address"),
                new DatabaseSettings(
                        given.text("desk.database.url"),
                        given.text("desk.database.user"),
                        new Secret(given.text("desk.database.password"))),
                given.text("desk.files"),
                given.text("desk.users"),
                new OidcSettings(
                        given.text("desk.oidc.issuer"),
                        given.text("desk.oidc.client_id"),
                        new Secret(given.text("desk.oidc.client_secret"))));
    }

    private GatewaySettings gateway() {
        return new GatewaySettings(
                given.text("gateway.host"),
                given.whole("gateway.port", 0, LARGEST_PORT),
                PushSettingsReader.names(given.text("gateway.origins")));
    }

    private KafkaSettings kafka() {
        return new KafkaSettings(
                given.text("kafka.bootstrap"),
                given.text("kafka.group"),
                given.word("kafka.start", Start.class),
                delivery(),
                given.duration("kafka.transaction_timeout"),
                new Topics(
                        given.text("kafka.topics.events"),
                        given.text("kafka.topics.actions"),
                        given.text("kafka.topics.decisions"),
                        given.text("kafka.topics.rejected"),
                        given.text("kafka.topics.rules"),
                        given.text("kafka.topics.advisor_lists"),
                        given.text("kafka.topics.in_app")),
                given.properties());
    }

    private BusyLimit busyCustomers() {
        boolean isByHeap = given.node(BUSY_CUSTOMERS) instanceof Node.Scalar scalar
                && scalar.text().equalsIgnoreCase("auto");
        return isByHeap ? BusyLimit.BY_HEAP : new BusyLimit(given.whole(BUSY_CUSTOMERS, 1, MOST_BUSY_CUSTOMERS));
    }

    private Delivery delivery() {
        Node node = given.node("kafka.delivery");
        if (node instanceof Node.Scalar scalar && scalar.text().equalsIgnoreCase("none")) {
            findings.error(
                    node.at(),
                    "with \"none\" actions would be lost at every failure",
                    "expected: at_least_once or exactly_once");
            return Delivery.AT_LEAST_ONCE;
        }
        return given.word("kafka.delivery", Delivery.class);
    }

    /** Paths are below the directory in which the program was started. */
    private static String uri(String directory) {
        return directory.contains(":/")
                ? directory
                : Path.of(directory).toAbsolutePath().toUri().toString();
    }

    private static String defaults() {
        try (InputStream resource = SettingsReader.class.getResourceAsStream(DEFAULTS)) {
            if (resource == null) {
                throw new IllegalStateException("the program is incomplete: " + DEFAULTS + " is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
