package dev.anlass.jobs.push.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.config.WebPushSettings;
import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Parcel;
import dev.anlass.jobs.push.Sender;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hands parcels to the push services of browsers (RFC 8030), encrypted for the browser (RFC 8291) and signed (RFC 8292). */
final class WebPushSender implements Sender {

    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final int TOPIC_LETTERS = 32;
    private static final int MOST_LETTERS_OF_LOCATION = 1_000;

    private final Connections connections;
    private final WebPushSettings settings;
    private final Vapid vapid;
    private final InstantSource clock;

    WebPushSender(PushSettings settings, Trust trust, InstantSource clock) {
        this.settings = settings.webPush();
        KeyFile key = new KeyFile(
                "push.web_push.key",
                Path.of(this.settings.key()),
                "Make one by `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256`");
        vapid = new Vapid(key.privateKey(), this.settings.contact(), clock);
        connections = new Connections("push-web", trust.context(), settings.timeout(), settings.inFlight());
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Answer> send(Parcel parcel) {
        return connections.send(() -> request(parcel), this::read);
    }

    private HttpRequest.Builder request(Parcel parcel) {
        Device device = Content.device(parcel);
        URI endpoint = endpoint(device);
        return HttpRequest.newBuilder(endpoint)
                .header("TTL", Long.toString(parcel.validSeconds()))
                .header("Urgency", Content.text(parcel) == null ? "normal" : "high")
                .header("Topic", topic(parcel.message().collapseKey()))
                .header("Content-Type", "application/octet-stream")
                .header("Content-Encoding", "aes128gcm")
                .header("Authorization", vapid.authorization(endpoint))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(parcel, device)));
    }

    /** Who registers devices names the endpoint, and must not choose whom this process calls. */
    private URI endpoint(Device device) {
        try {
            URI endpoint = URI.create(device.token());
            if ("https".equalsIgnoreCase(endpoint.getScheme())
                    && endpoint.getHost() != null
                    && endpoint.getUserInfo() == null
                    && settings.permits(endpoint.getHost())) {
                return endpoint;
            }
        } catch (IllegalArgumentException noAddress) {
            throw NotSent.refused("endpoint_not_permitted");
        }
        throw NotSent.refused("endpoint_not_permitted");
    }

    private static String topic(String collapseKey) {
        return TOPIC.matcher(collapseKey).matches()
                ? collapseKey
                : Content.digest(collapseKey).substring(0, TOPIC_LETTERS);
    }

    private static byte[] body(Parcel parcel, Device device) {
        if (device.keys() == null) {
            throw NotSent.refused("bad_keys");
        }
        byte[] body;
        try {
            body = new WebPushEncryption(device.keys()).encrypted(Content.bytes(content(parcel), Content.MOST_BYTES));
        } catch (GeneralSecurityException unreadable) {
            throw NotSent.refused("bad_keys");
        }
        if (body.length > Content.MOST_BYTES) {
            throw NotSent.refused("too_large");
        }
        return body;
    }

    private static ObjectNode content(Parcel parcel) {
        ObjectNode content = Content.of(parcel);
        String text = Content.text(parcel);
        if (text == null) {
            return content;
        }
        String title = Content.title(parcel);
        if (title != null) {
            content.put("title", title);
        }
        return content.put("text", text).put("language", parcel.language());
    }

    private Answer read(HttpResponse<Void> response) {
        int status = response.statusCode();
        String reason = "status_" + status;
        return switch (status) {
            case 200, 201, 202, 204 -> new Answer.Accepted(location(response));
            case 404, 410 -> new Answer.Gone(reason);
            case 413 -> new Answer.Refused("too_large");
            default ->
                status == 429 || status >= 500
                        ? new Answer.Busy(reason, RetryAfter.millis(header(response, "Retry-After"), clock.instant()))
                        : new Answer.Refused(reason);
        };
    }

    private static @Nullable String location(HttpResponse<Void> response) {
        return header(response, "Location")
                .filter(location -> location.length() <= MOST_LETTERS_OF_LOCATION)
                .orElse(null);
    }

    private static Optional<String> header(HttpResponse<Void> response, String name) {
        return response.headers().firstValue(name);
    }

    @Override
    public void close() {
        connections.close();
    }
}
