package dev.anlass.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rulefile.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings come from the defaults, the file and the environment, and are refused all at once. */
class SettingsReaderTest {

    @TempDir
    Path directory;

    @Test
    void theDefaultsAreThoseOfTheDocumentation() {
        JobSettings settings = SettingsReader.ofDefaults();

        assertThat(settings.kafka().bootstrap()).isEqualTo("localhost:9092");
        assertThat(settings.kafka().topics().events()).isEqualTo("anlass.events");
        assertThat(settings.kafka().delivery()).isEqualTo(Delivery.AT_LEAST_ONCE);
        assertThat(settings.clock()).isEqualTo(Clock.TICKS);
        assertThat(settings.grace()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.engine()).isEqualTo(dev.anlass.engine.rule.Settings.DEFAULT);
    }

    @Test
    void theFileGoesBeforeTheDefaultsAndTheEnvironmentBeforeTheFile() throws IOException {
        JobSettings settings = settings(
                """
                kafka:
                  bootstrap: one:9092
                  group: shop
                  properties: {security.protocol: SASL_SSL}
                grace: 10s
                """, Map.of("ANLASS_KAFKA_BOOTSTRAP", "two:9092", "ANLASS_KAFKA_PROPERTIES_SASL_MECHANISM", "PLAIN"));

        assertThat(settings.kafka().bootstrap()).isEqualTo("two:9092");
        assertThat(settings.kafka().group()).isEqualTo("shop");
        assertThat(settings.grace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.kafka().clientProperties())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "PLAIN");
    }

    @Test
    void secretsComeFromFilesAndAreNotPartOfAnyText() throws IOException {
        Path secret = Files.writeString(directory.resolve("jaas"), "password=hush\n");

        JobSettings settings = settings("", Map.of("ANLASS_KAFKA_PROPERTIES_SASL_JAAS_CONFIG_FILE", secret.toString()));

        assertThat(settings.kafka().properties()).containsEntry("sasl.jaas.config", "password=hush");
        assertThat(settings.toString()).doesNotContain("hush");
    }

    @Test
    void subtasksShareTheHeapUnlessItIsSaidHowManyCustomersAreKeptReady() throws IOException {
        assertThat(settings("", Map.of()).busyCustomers().in(1000, 1)).isEqualTo(new BusyRoom(200, 400, 10));
        assertThat(settings("busy_customers: auto", Map.of()).busyCustomers().in(1000, 4))
                .isEqualTo(new BusyRoom(50, 400, 10));
        assertThat(settings("busy_customers: 300", Map.of()).busyCustomers().in(1000, 4))
                .isEqualTo(new BusyRoom(300, 1, 0));
        assertThat(mistakes("busy_customers: 0", Map.of())).contains("\"0\" is not a whole number from 1 to 10000000");
    }

    @Test
    void allMistakesAreReportedAtOnce() throws IOException {
        assertThat(mistakes(
                        """
                        kafka:
                          bootstrp: one:9092
                          delivery: none
                        clock: wall
                        parallelism: 721
                        grace: five seconds
                        """, Map.of("ANLASS_GRASE", "5s", "ANLASS_SERVICE_HOST", "10.0.0.1", "ANLASS_HOME", "/opt")))
                .contains("bootstrp")
                .contains("with \"none\" actions would be lost at every failure")
                .contains("\"wall\" is not known here")
                .contains("\"721\" is not a whole number from 1 to 720")
                .contains("five seconds")
                .contains("there is no setting for the variable ANLASS_GRASE")
                .contains("6 errors");
    }

    private JobSettings settings(String text, Map<String, String> environment) throws IOException {
        SettingsReader.Read read = SettingsReader.read(file(text), environment);
        assertThat(read.problems().all()).extracting(Problem::render).isEmpty();
        return read.settings();
    }

    private String mistakes(String text, Map<String, String> environment) throws IOException {
        return SettingsReader.read(file(text), environment).problems().render();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("anlass.yaml"), text);
    }
}
