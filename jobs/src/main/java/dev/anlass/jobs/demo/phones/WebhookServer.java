package dev.anlass.jobs.demo.phones;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anlass.jobs.demo.phones.Call.Reply;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.provider.WebhookSignature;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands for a system that is told by a webhook: it believes only what is signed and new. */
final class WebhookServer extends ProviderServer {

    static final String PATH = "/hook";

    private static final long MOST_SECONDS_APART = Duration.ofMinutes(5).toSeconds();

    private final WebhookSignature signature;

    WebhookServer(ProviderKeys keys, LocalCertificates certificates, EventLoopGroup threads, InstantSource clock)
            throws IOException {
        super(Provider.WEBHOOK, certificates, threads, clock);
        signature = new WebhookSignature(keys.webhookSecret());
    }

    @Override
    Reply take(Call call, LetterBox letterBox) {
        if (!call.method().equals("POST") || !call.path().equals(PATH)) {
            return Reply.of(404);
        }
        JsonNode event = call.json();
        if (!isTrue(call) || !event.path("id").asText().equals(call.header("webhook-id"))) {
            return Reply.of(401);
        }
        letterBox.put((answered, at) -> arrived(event, answered, at));
        return Reply.of(204);
    }

    private boolean isTrue(Call call) {
        if (!call.header("webhook-timestamp").matches("\\d{1,12}")) {
            return false;
        }
        long then = Long.parseLong(call.header("webhook-timestamp"));
        String expected = signature.of(call.header("webhook-id"), then, call.body());
        return Math.abs(clock().instant().getEpochSecond() - then) <= MOST_SECONDS_APART
                && MessageDigest.isEqual(bytes(expected), bytes(call.header("webhook-signature")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Arrived arrived(JsonNode event, boolean answered, long at) {
        JsonNode data = event.path("data");
        long seconds = (Instant.parse(event.path("expirytime").asText()).toEpochMilli() - at) / 1_000;
        return new Arrived(
                Provider.WEBHOOK,
                event.path("subject").asText(),
                data.path("action_id").asText(),
                data.path("revision").asLong(),
                event.path("type").asText(),
                data.path("collapse_key").asText(),
                data.path("text").textValue(),
                seconds,
                answered,
                at);
    }

    @Override
    Reply error(int status) {
        return Reply.of(status);
    }
}
