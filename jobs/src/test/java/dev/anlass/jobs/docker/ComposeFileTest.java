package dev.anlass.jobs.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.stream.SetSenders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be said of the containers without starting any; {@code docker/check} says more. */
class ComposeFileTest {

    private static final Pattern EXAMPLE = Pattern.compile("^#([A-Z_]+)=(.*)$", Pattern.MULTILINE);
    private static final Pattern BASE_IMAGE = Pattern.compile("^FROM (\\S+)", Pattern.MULTILINE);
    private static final Pattern COPIED = Pattern.compile("^COPY (docker/.+) \\S+$", Pattern.MULTILINE);
    private static final Pattern EXACT_VERSION = Pattern.compile(".+:v?\\d+\\.\\d+\\.\\d+.*");

    private ComposeFile compose;
    private String dockerfile;

    @BeforeEach
    void read() throws IOException {
        compose = ComposeFile.with(Map.of());
        dockerfile = text("Dockerfile");
    }

    @Test
    void everyImageHasAnExactVersion() {
        assertThat(images())
                .isNotEmpty()
                .allMatch(image -> EXACT_VERSION.matcher(image).matches());
    }

    @Test
    void flinkAndKafkaHaveTheVersionsThatTheJobIsBuiltWith() throws IOException {
        String pom = Files.readString(Path.of("..", "pom.xml"));

        assertThat(images())
                .contains("flink:" + property(pom, "flink.version") + "-scala_2.12-java17")
                .contains("apache/kafka:" + property(pom, "kafka.version"));
    }

    @Test
    void everyServiceThatStaysSaysWhetherItIsWell() {
        assertThat(services().filter(service -> !service.isOneShot()))
                .isNotEmpty()
                .allMatch(service -> service.body().containsKey("healthcheck"));
    }

    @Test
    void everyServiceIsLimitedAndWithoutPrivileges() {
        assertThat(services()).allSatisfy(service -> {
            assertThat(ComposeFile.map(
                            ComposeFile.map(service.body().get("deploy")).get("resources")))
                    .containsKey("limits");
            assertThat(service.body()).containsEntry("cap_drop", List.of("ALL")).doesNotContainKey("privileged");
            assertThat(service.body().get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        });
        assertThat(dockerfile.lastIndexOf("USER flink")).isGreaterThan(dockerfile.lastIndexOf("USER root"));
    }

    @Test
    void portsAreOpenToThisMachineOnly() {
        assertThat(services().map(service -> service.body().get("ports")).filter(List.class::isInstance))
                .isNotEmpty()
                .allSatisfy(ports -> assertThat((List<?>) ports)
                        .allSatisfy(port ->
                                assertThat(ComposeFile.map(port).get("host_ip")).isEqualTo("127.0.0.1")));
    }

    @Test
    void thereAreNoPasswords() throws IOException {
        assertThat(List.of(text("compose.yaml"), text(".env.example"), dockerfile))
                .allSatisfy(text ->
                        assertThat(text).doesNotContainPattern("(?i)(password|passwd|secret|token|api_?key)\\s*[:=]"));
    }

    @Test
    void whatIsMountedOrCopiedIsInTheProject() {
        Stream<String> mounted =
                services().flatMap(service -> service.mounted().stream()).filter(source -> source.startsWith("."));
        Stream<String> copied = COPIED.matcher(dockerfile)
                .results()
                .flatMap(found -> Arrays.stream(found.group(1).split(" ")))
                .map(source -> "../" + source);

        assertThat(Stream.concat(mounted, copied)).isNotEmpty().allSatisfy(source -> assertThat(
                        ComposeFile.DIRECTORY.resolve(source))
                .exists());
    }

    @Test
    void everythingThatCanBeSetIsInTheExampleWithItsDefault() throws IOException {
        Map<String, String> passedOn = new TreeMap<>();
        services()
                .flatMap(service -> service.declared().entrySet().stream())
                .filter(variable -> variable.getValue() == null)
                .forEach(variable -> passedOn.put(variable.getKey(), variable.getKey()));
        Map<String, String> example = example();

        assertThat(example).containsAllEntriesOf(compose.defaults());
        assertThat(example.keySet())
                .containsAll(passedOn.keySet())
                .allMatch(
                        name -> passedOn.containsKey(name) || compose.defaults().containsKey(name));
    }

    @Test
    void theSettingsAreThoseOfTheJobAndTheExampleNamesTheirDefaults() throws IOException {
        Map<String, String> environment = settings("jobmanager");
        assertThat(environment.remove("ANLASS_CUSTOMER_SECRET_FILE")).startsWith("/var/lib/anlass/");

        SettingsReader.Read read = SettingsReader.read(null, environment);

        assertThat(read.problems().hasErrors()).as(read.problems().render()).isFalse();
        assertThat(read.settings())
                .isEqualTo(SettingsReader.ofDefaults()
                        .withKafka(SettingsReader.ofDefaults().kafka().withBootstrap("kafka:9092"))
                        .withCheckpoints(read.settings().checkpoints()));
        assertThat(read.settings().checkpoints().interval())
                .isEqualTo(SettingsReader.ofDefaults().checkpoints().interval());
    }

    @Test
    void nothingIsDeliveredUnlessTheProfileIsAskedFor() {
        assertThat(services()
                        .filter(service -> service.body().containsKey("profiles"))
                        .map(ComposeService::name))
                .containsExactly("signing", "push", "gateway");
        assertThat(services().filter(service -> !service.body().containsKey("profiles")))
                .allSatisfy(service -> assertThat(service.dependsOn().keySet())
                        .doesNotContainAnyElementsOf(List.of("signing", "push", "gateway")));
    }

    @Test
    void theExampleSetsUpEveryProviderAndNamesTheOtherDefaults() throws IOException {
        Map<String, String> environment = settings("push");
        assertThat(environment.remove("ANLASS_CUSTOMER_SECRET_FILE")).startsWith("/var/lib/anlass/");
        assertThat(environment.remove("ANLASS_PUSH_TOKEN_SECRET_FILE")).startsWith("/var/lib/anlass-apps/");
        assertThat(environment.remove("ANLASS_PUSH_WEBHOOK_SECRET_FILE")).startsWith("/keys/");

        SettingsReader.Read read = SettingsReader.read(null, environment);

        assertThat(read.problems().hasErrors()).as(read.problems().render()).isFalse();
        PushSettings push = read.settings().push();
        PushSettings defaults = SettingsReader.ofDefaults().push();
        assertThat(new SetSenders(push).providers())
                .containsExactlyInAnyOrder(Provider.FCM, Provider.APNS, Provider.WEB_PUSH, Provider.WEBHOOK);
        assertThat(push)
                .usingRecursiveComparison()
                .comparingOnlyFields("channels", "feedbackFor", "inFlight", "timeout", "fcm.rate", "apns.rate")
                .isEqualTo(defaults);
        assertThat(push.webPush())
                .usingRecursiveComparison()
                .ignoringFields("key", "contact")
                .isEqualTo(defaults.webPush());
        assertThat(push.webhook().rate()).isEqualTo(defaults.webhook().rate());
    }

    @Test
    void theGatewayIsReachedFromOutsideAndSeesNoKeys() throws IOException {
        Map<String, String> environment = settings("gateway");
        assertThat(environment.remove("ANLASS_PUSH_TOKEN_SECRET_FILE"))
                .isEqualTo(compose.service("push").environment().get("ANLASS_PUSH_TOKEN_SECRET_FILE"));

        SettingsReader.Read read = SettingsReader.read(null, environment);

        assertThat(read.problems().hasErrors()).as(read.problems().render()).isFalse();
        assertThat(read.gateway().host()).isEqualTo("0.0.0.0");
        assertThat(compose.service("gateway").mounted()).containsExactly("app-data");
    }

    private static Map<String, String> settings(String service) throws IOException {
        Map<String, String> settings =
                new TreeMap<>(ComposeFile.with(example()).service(service).environment());
        settings.keySet().removeIf(name -> !name.startsWith("ANLASS_"));
        return settings;
    }

    private Stream<ComposeService> services() {
        return compose.services().values().stream();
    }

    private Collection<String> images() {
        Stream<String> built = BASE_IMAGE.matcher(dockerfile).results().map(found -> found.group(1));
        return Stream.concat(services().map(ComposeService::image), built).toList();
    }

    private static Map<String, String> example() throws IOException {
        Map<String, String> example = new TreeMap<>();
        Matcher matcher = EXAMPLE.matcher(text(".env.example"));
        while (matcher.find()) {
            example.put(matcher.group(1), matcher.group(2));
        }
        return example;
    }

    private static String property(String pom, String name) {
        Matcher matcher =
                Pattern.compile("<" + Pattern.quote(name) + ">(.+?)</").matcher(pom);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String text(String file) throws IOException {
        return Files.readString(ComposeFile.DIRECTORY.resolve(file));
    }
}
