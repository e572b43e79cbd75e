package dev.anlass.jobs.connector;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.event.Rejection;
import dev.anlass.jobs.advisor.ListEffect.Fail;
import dev.anlass.jobs.advisor.ListEffect.Plan;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.PushEffect;
import dev.anlass.jobs.push.PushSamples;
import dev.anlass.jobs.push.Reason;
import dev.anlass.jobs.push.gateway.AppEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published about our output fits our output. */
class SchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHA256 = "0123456789abcdef".repeat(4);

    /** A kind of output and an example of it. */
    record Example(String schema, String json) {
        static Example of(String schema, byte[] json) {
            return new Example(schema, new String(json, StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return schema;
        }
    }

    static Stream<Example> examples() {
        Rejection rejection = new Rejection("missing:subject", "there is no subject", "e-1");
        return Stream.of(
                Example.of(
                        "action.requested",
                        EffectJson.action(
                                EffectSamples.action(EffectSamples.payload(), "text", EffectSamples.CONSENT))),
                Example.of("action.requested", EffectJson.action(EffectSamples.action(Map.of(), null, null))),
                Example.of("action.revoked", EffectJson.revocation(EffectSamples.revocation("vanished"))),
                Example.of(
                        "action.revoked",
                        EffectJson.revocation(EffectSamples.revocation("forbidden:fixed-book-price"))),
                Example.of(
                        "decision.recorded",
                        EffectJson.decision(EffectSamples.decision(1, Outcome.EMITTED, null, null))),
                Example.of(
                        "decision.recorded",
                        EffectJson.decision(EffectSamples.decision(3, Outcome.REFUSED, "outranked:b7", "b7"))),
                Example.of("erasure.certified", EffectJson.erased(EffectSamples.erased(), "9f2c")),
                Example.of(
                        "rejected",
                        EffectJson.rejected(rejection, new RecordSource.InTopic("anlass.events", 0, 0), SHA256)),
                Example.of(
                        "rejected", EffectJson.rejected(rejection, new RecordSource.InFile("day.ndjson", 1), SHA256)),
                Example.of("advisor_list.published", ListJson.published(ListSamples.list())),
                Example.of("advisor_list.row_closed", ListJson.closed(ListSamples.closed("accepted", null))),
                Example.of(
                        "advisor_list.row_closed",
                        ListJson.closed(ListSamples.closed("not_now", LocalDate.parse("2026-03-09")))),
                Example.of("advisor_list.customer_erased", ListJson.erased("c1", 0)),
                Example.of("call.planned", CallJson.planned(new Plan("c1", "anna", "a-1", true, 0), 0)),
                Example.of("action.failed", CallJson.failed(new Fail("c1", "anna", "a-1", "not_called", 0), 0)),
                Example.of("message.posted", MessageJson.posted(MessageSamples.parcel("https://shop.example/a"), 0)),
                Example.of("message.posted", MessageJson.posted(MessageSamples.parcelWithoutText(), 0)),
                Example.of("message.taken_back", MessageJson.takenBack(MessageSamples.message(), "vanished", 0)),
                Example.of("message.customer_erased", MessageJson.erased("c1", 0)),
                Example.of(
                        "action.feedback",
                        InAppJson.write(
                                new AppEvent.Feedback("c1", "a-1", dev.anlass.jobs.push.gateway.Outcome.OPENED, 0))),
                Example.of(
                        "action.feedback",
                        InAppJson.write(
                                new AppEvent.Feedback("c1", "a-1", dev.anlass.jobs.push.gateway.Outcome.CONVERTED, 0))),
                Example.of("action.delivered", InAppJson.write(new AppEvent.Delivered("c1", "a-1", 2, 9, 0))),
                Example.of("action.delivered", delivered(Provider.FCM, "projects/shop/messages/0:17")),
                Example.of("action.delivered", delivered(Provider.WEBHOOK, null)),
                Example.of(
                        "action.failed",
                        DeliveryJson.failed(new PushEffect.Failed(MessageSamples.message(), Reason.NO_DEVICE), 0)),
                Example.of(
                        "device.removed",
                        DeliveryJson.removed(
                                new PushEffect.Removed("c1", PushSamples.phone("d-1"), "unregistered"), 0)));
    }

    private static byte[] delivered(Provider provider, @Nullable String messageId) {
        return DeliveryJson.delivered(
                new PushEffect.Delivered(MessageSamples.message(), "d-1", provider, messageId, 1), 0);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsWrittenFitsItsSchemaAndHoldsNothingElse(Example example) throws IOException {
        JsonNode schema = closed(JSON.readTree(resource("/schemas/" + example.schema() + ".schema.json")));

        assertThat(mistakes(schema, VersionFlag.V202012, JSON.readTree(example.json())))
                .isEmpty();
    }

    @Test
    void anOutputWithAnUnknownReasonDoesNotFit() throws IOException {
        JsonNode schema = JSON.readTree(resource("/schemas/action.revoked.schema.json"));

        assertThat(mistakes(
                        schema,
                        VersionFlag.V202012,
                        JSON.readTree(EffectJson.revocation(EffectSamples.revocation("whim")))))
                .hasSize(1);
    }

    @Test
    void theSchemasAreSchemas() throws IOException {
        JsonSchema metaSchema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (String name : Stream.concat(examples().map(Example::schema), Stream.of("story"))
                .distinct()
                .toList()) {
            assertThat(metaSchema.validate(JSON.readTree(resource("/schemas/" + name + ".schema.json"))))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void theAsyncApiDocumentFitsAsyncApi3() throws IOException {
        JsonNode metaSchema = JSON.readTree(new GZIPInputStream(resource("/asyncapi/asyncapi-3.0.0-schema.json.gz")));
        JsonNode document = new YAMLMapper().readTree(resource("/schemas/asyncapi.yaml"));

        assertThat(mistakes(metaSchema, VersionFlag.V7, document)).isEmpty();
    }

    @Test
    void theAsyncApiDocumentNamesEverySchemaAndNoOther() throws IOException {
        JsonNode document = new YAMLMapper().readTree(resource("/schemas/asyncapi.yaml"));

        assertThat(document.at("/components/messages"))
                .extracting(message -> message.at("/payload/schema/$ref").asText())
                .containsExactlyInAnyOrderElementsOf(examples()
                        .map(example -> example.schema() + ".schema.json")
                        .distinct()
                        .toList());
    }

    /** The schema as it is if nothing may be there that it does not describe. */
    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.get("properties") instanceof ObjectNode) {
            object.put("additionalProperties", false);
        }
        schema.forEach(SchemasTest::closed);
        return schema;
    }

    private static Set<ValidationMessage> mistakes(JsonNode schema, VersionFlag version, JsonNode json) {
        return JsonSchemaFactory.getInstance(version)
                .getSchema(schema)
                .validate(json, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    private static InputStream resource(String path) {
        return requireNonNull(SchemasTest.class.getResourceAsStream(path), path);
    }
}
