package dev.anlass.jobs.demo.phones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anlass.jobs.demo.phones.Call.Reply;
import dev.anlass.jobs.push.Provider;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands for Firebase Cloud Messaging: gives access tokens and takes messages by the HTTP v1 API. */
final class FcmServer extends ProviderServer {

    private static final String TOKEN_PATH = "/token";
    private static final String SEND_PATH = "/v1/projects/" + ProviderKeys.PROJECT + "/messages:send";

    private final FcmAccess access;
    private final ProviderKeys keys;
    private final Set<String> devices = ConcurrentHashMap.newKeySet();
    private final Set<String> ofOthers = ConcurrentHashMap.newKeySet();

    FcmServer(Path directory, LocalCertificates certificates, EventLoopGroup threads, InstantSource clock)
            throws IOException {
        super(Provider.FCM, certificates, threads, clock);
        String tokenAddress = address() + TOKEN_PATH;
        keys = ProviderKeys.in(directory, tokenAddress);
        access = new FcmAccess(keys.accountKey(), tokenAddress, clock);
    }

    /** The keys of all providers: the account's file names this server. */
    ProviderKeys keys() {
        return keys;
    }

    FcmAccess access() {
        return access;
    }

    String newDevice() {
        String token = "fcm-" + UUID.randomUUID();
        devices.add(token);
        return token;
    }

    /** A device that exists and belongs to another sender. */
    String newDeviceOfOthers() {
        String token = newDevice();
        ofOthers.add(token);
        return token;
    }

    void remove(String token) {
        devices.remove(token);
    }

    @Override
    @Nullable
    Reply aside(Call call) {
        return call.path().equals(TOKEN_PATH) ? access.token(call) : null;
    }

    @Override
    Reply take(Call call, LetterBox letterBox) {
        if (!call.path().equals(SEND_PATH) || !call.method().equals("POST")) {
            return error(404);
        }
        if (!access.permits(call.header("authorization"))) {
            return error(401);
        }
        String mistake = FcmSchema.mistake(call.json());
        if (mistake != null) {
            return fault(400, "INVALID_ARGUMENT", "Invalid value at '" + mistake + "'");
        }
        JsonNode message = call.json().path("message");
        String token = message.path("token").asText();
        if (ofOthers.contains(token)) {
            return fault(403, "SENDER_ID_MISMATCH", "SenderId mismatch");
        }
        if (!devices.contains(token)) {
            return fault(404, "UNREGISTERED", "Requested entity was not found.");
        }
        letterBox.put((answered, at) -> arrived(message, token, answered, at));
        return Reply.of(200, object().put("name", name()));
    }

    private static String name() {
        return "projects/" + ProviderKeys.PROJECT + "/messages/" + UUID.randomUUID();
    }

    private static Arrived arrived(JsonNode message, String token, boolean answered, long at) {
        String text = message.path("notification").path("body").textValue();
        long seconds = FcmSchema.seconds(message.path("android"));
        return Arrived.of(Provider.FCM, token, message.path("data"), text, seconds, answered, at);
    }

    @Override
    Reply error(int status) {
        if (status / 100 == 3) {
            return Reply.of(status);
        }
        return switch (status) {
            case 401 -> fault(status, "UNAUTHENTICATED", null, "Request had invalid authentication credentials.");
            case 404 -> fault(status, "NOT_FOUND", null, "The requested URL was not found.");
            case 429 -> fault(status, "QUOTA_EXCEEDED", "Quota exceeded");
            case 503 -> fault(status, "UNAVAILABLE", "The service is currently unavailable.");
            default -> fault(status, "INTERNAL", "Internal error encountered.");
        };
    }

    private static Reply fault(int status, String errorCode, String words) {
        return fault(status, errorCode, errorCode, words);
    }

    private static Reply fault(int status, String word, @Nullable String errorCode, String words) {
        ObjectNode body = object();
        ObjectNode error = body.putObject("error")
                .put("code", status)
                .put("message", words)
                .put("status", word);
        if (errorCode != null) {
            error.putArray("details")
                    .addObject()
                    .put("@type", "type.googleapis.com/google.firebase.fcm.v1.FcmError")
                    .put("errorCode", errorCode);
        }
        return Reply.of(status, body);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
