package dev.anlass.jobs.demo.phones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.anlass.jobs.demo.phones.Call.Reply;
import dev.anlass.jobs.push.Provider;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stands for the Apple Push Notification service, for one app. */
final class ApnsServer extends ProviderServer {

    static final String TOPIC = "dev.anlass.demo";

    private static final String PATH = "/3/device/";
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");

    private final ApnsChecks checks;
    private final Set<String> devices = ConcurrentHashMap.newKeySet();
    private final Set<String> removed = ConcurrentHashMap.newKeySet();

    ApnsServer(ProviderKeys keys, LocalCertificates certificates, EventLoopGroup threads, InstantSource clock)
            throws IOException {
        super(Provider.APNS, certificates, threads, clock);
        checks = new ApnsChecks(keys, clock);
    }

    String newDevice() {
        String token = ProviderKeys.secret();
        devices.add(token);
        return token;
    }

    void remove(String token) {
        removed.add(token);
    }

    @Override
    Reply take(Call call, LetterBox letterBox) {
        String mistake = mistake(call);
        if (mistake != null) {
            return refusal(mistake);
        }
        JsonNode payload = call.json();
        letterBox.put((answered, at) -> arrived(call, payload, answered, at));
        return Reply.of(200).with("apns-id", call.header("apns-id"));
    }

    private @Nullable String mistake(Call call) {
        if (!call.method().equals("POST") || !call.path().startsWith(PATH)) {
            return "BadPath";
        }
        String mistake = checks.mistake(call);
        return mistake == null ? device(token(call), call.header("apns-topic")) : mistake;
    }

    private @Nullable String device(String token, String topic) {
        if (!TOKEN.matcher(token).matches()) {
            return "BadDeviceToken";
        }
        if (removed.contains(token)) {
            return "Unregistered";
        }
        return devices.contains(token) && topic.equals(TOPIC) ? null : "DeviceTokenNotForTopic";
    }

    private static String token(Call call) {
        return call.path().substring(PATH.length());
    }

    private static Arrived arrived(Call call, JsonNode payload, boolean answered, long at) {
        String text = payload.path("aps").path("alert").path("body").textValue();
        long expiration = Long.parseLong(call.header("apns-expiration"));
        long seconds = expiration == 0 ? 0 : expiration - at / 1_000;
        return Arrived.of(Provider.APNS, token(call), payload, text, seconds, answered, at);
    }

    private static Reply refusal(String reason) {
        return Reply.of(
                ApnsChecks.status(reason), JsonNodeFactory.instance.objectNode().put("reason", reason));
    }

    @Override
    Reply error(int status) {
        return switch (status) {
            case 429 -> refusal("TooManyRequests");
            case 500 -> refusal("InternalServerError");
            case 503 -> refusal("ServiceUnavailable");
            default -> refusal("BadRequest");
        };
    }
}
