package dev.anlass.jobs.push.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Parcel;
import dev.anlass.jobs.push.Sender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Hands parcels to Firebase Cloud Messaging by its HTTP v1 API, as a service account. */
final class FcmSender implements Sender {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORD = Pattern.compile("[A-Z_]{1,40}");
    private static final Answer UNAUTHENTICATED = new Answer.Busy("unauthenticated", 0);

    private final Connections connections;
    private final FcmTokens tokens;
    private final URI address;
    private final InstantSource clock;

    FcmSender(PushSettings settings, Trust trust, InstantSource clock) {
        KeyFile account = new KeyFile(
                "push.fcm.account",
                Path.of(settings.fcm().account()),
                "Give the JSON file of a service account, as the console of Firebase offers it");
        tokens = new FcmTokens(account, trust.context(), settings.timeout(), clock);
        address = URI.create(settings.fcm().address() + "/v1/projects/" + tokens.project() + "/messages:send");
        connections = new Connections("push-fcm", trust.context(), settings.timeout(), settings.inFlight());
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Answer> send(Parcel parcel) {
        // A token may have been withdrawn before its time: a new one gets one chance.
        return attempt(parcel)
                .thenCompose(answer ->
                        answer.equals(UNAUTHENTICATED) ? attempt(parcel) : CompletableFuture.completedFuture(answer));
    }

    private CompletableFuture<Answer> attempt(Parcel parcel) {
        try {
            return tokens.token()
                    .thenCompose(token -> connections.send(
                            () -> request(parcel, token),
                            BodyHandlers.ofByteArray(),
                            response -> read(response, token)))
                    .exceptionally(NoReply::to);
        } catch (RuntimeException closed) {
            return CompletableFuture.completedFuture(NoReply.to(closed));
        }
    }

    private HttpRequest.Builder request(Parcel parcel, String token) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(FcmMessage.of(parcel)));
    }

    private Answer read(HttpResponse<byte[]> response, String token) {
        int status = response.statusCode();
        if (status == 200) {
            return new Answer.Accepted(tree(response).path("name").textValue());
        }
        if (status == 401) {
            tokens.forget(token);
            return UNAUTHENTICATED;
        }
        String reason = reason(response);
        if (reason.equals("unregistered")) {
            return new Answer.Gone(reason);
        }
        return status == 429 || status >= 500
                ? new Answer.Busy(
                        reason, RetryAfter.millis(response.headers().firstValue("Retry-After"), clock.instant()))
                : new Answer.Refused(reason);
    }

    /** The error code of FCM, else its status, else that of HTTP. */
    private static String reason(HttpResponse<byte[]> response) {
        JsonNode error = tree(response).path("error");
        for (JsonNode detail : error.path("details")) {
            String code = detail.path("errorCode").asText("");
            if (WORD.matcher(code).matches()) {
                return code.toLowerCase(Locale.ROOT);
            }
        }
        String status = error.path("status").asText("");
        return WORD.matcher(status).matches() ? status.toLowerCase(Locale.ROOT) : "status_" + response.statusCode();
    }

    private static JsonNode tree(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException noJson) {
            return JSON.missingNode();
        }
    }

    @Override
    public void close() {
        tokens.close();
        connections.close();
    }
}
