package dev.anlass.jobs.docs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.stream.SetSenders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about push shows is what is read and written. */
class PushPageTest {

    private static final Path PAGE = Path.of("..", "docs", "push.md");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theSettingsShownSetUpEveryProvider(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("anlass.yaml"), snippet("yaml"));

        SettingsReader.Read read = SettingsReader.read(file, Map.of());

        assertThat(read.problems().isEmpty()).as(read.problems().render()).isTrue();
        assertThat(new SetSenders(requireNonNull(read.settings()).push()).providers())
                .containsExactlyInAnyOrder(Provider.FCM, Provider.APNS, Provider.WEB_PUSH, Provider.WEBHOOK);
    }

    @Test
    void whatIsToldFitsItsSchema() throws IOException {
        List<JsonNode> told = JSON.readerFor(JsonNode.class)
                .<JsonNode>readValues(snippet("json"))
                .readAll();

        assertThat(told)
                .extracting(event -> event.path("type").asText())
                .containsExactly("action.delivered", "action.failed", "device.removed");
        for (JsonNode event : told) {
            assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                            .getSchema(schema(event.path("type").asText()))
                            .validate(event))
                    .isEmpty();
        }
    }

    private static JsonNode schema(String type) throws IOException {
        try (InputStream schema =
                requireNonNull(PushPageTest.class.getResourceAsStream("/schemas/" + type + ".schema.json"))) {
            return JSON.readTree(schema);
        }
    }

    /** The only one of a language. */
    private static String snippet(String language) throws IOException {
        Matcher found =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(Files.readString(PAGE));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
