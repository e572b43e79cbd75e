package dev.anlass.jobs.push.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Message;
import dev.anlass.jobs.push.Parcel;
import dev.anlass.jobs.push.Sender;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Hands parcels to a system of one's own, as CloudEvents in JSON with a signature of the content. */
final class WebhookSender implements Sender {

    private static final int MOST_BYTES = 64 * 1024;
    private static final String SOURCE = "urn:anlass:push";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final Connections connections;
    private final URI address;
    private final WebhookSignature signature;
    private final InstantSource clock;

    WebhookSender(PushSettings settings, Trust trust, InstantSource clock) {
        address = address(settings.webhook().address());
        if (settings.webhook().secret().isNone()) {
            throw new CannotStart("there is no secret that signs what the webhook gets: set"
                    + " ANLASS_PUSH_WEBHOOK_SECRET_FILE to a file with a long random text");
        }
        signature = new WebhookSignature(settings.webhook().secret().text());
        connections = new Connections("push-webhook", trust.context(), settings.timeout(), settings.inFlight());
        this.clock = clock;
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            boolean local = THIS_MACHINE.contains(String.valueOf(address.getHost()));
            if (address.getHost() != null
                    && ("https".equals(address.getScheme()) || local && "http".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            throw cannotUse();
        }
        throw cannotUse();
    }

    private static CannotStart cannotUse() {
        // The address itself may carry a secret.
        return new CannotStart(
                "push.webhook.address is no address that can be used: give one that begins with https://;"
                        + " only this machine may be reached by http://");
    }

    @Override
    public CompletableFuture<Answer> send(Parcel parcel) {
        return connections.send(() -> request(parcel), this::read);
    }

    private HttpRequest.Builder request(Parcel parcel) {
        byte[] body = Content.bytes(event(parcel), MOST_BYTES);
        long now = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/cloudevents+json; charset=utf-8")
                .header("webhook-id", parcel.id())
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", signature.of(parcel.id(), now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private static ObjectNode event(Parcel parcel) {
        Message message = parcel.message();
        ObjectNode event = Content.object()
                .put("specversion", "1.0")
                .put("id", parcel.id())
                .put("source", SOURCE)
                .put("type", Content.type(parcel))
                .put("subject", message.customer())
                .put("time", Instant.ofEpochMilli(message.decidedAt()).toString())
                .put("expirytime", Instant.ofEpochMilli(message.expiresAt()).toString())
                .put("datacontenttype", "application/json");
        return event.set("data", data(parcel));
    }

    private static ObjectNode data(Parcel parcel) {
        Message message = parcel.message();
        ObjectNode data = Content.of(parcel);
        data.remove("type");
        data.put("customer", message.customer())
                .put("action", message.action())
                .put("channel", message.channel())
                .put("expires_at", Instant.ofEpochMilli(message.expiresAt()).toString());
        String text = Content.text(parcel);
        return text == null ? data : data.put("text", text).put("language", parcel.language());
    }

    private Answer read(HttpResponse<Void> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new Answer.Accepted(null);
        }
        String reason = "status_" + status;
        return LATER.contains(status) || status >= 500
                ? new Answer.Busy(
                        reason, RetryAfter.millis(response.headers().firstValue("Retry-After"), clock.instant()))
                : new Answer.Refused(reason);
    }

    @Override
    public void close() {
        connections.close();
    }
}
