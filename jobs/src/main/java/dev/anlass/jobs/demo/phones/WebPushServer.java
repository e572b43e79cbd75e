package dev.anlass.jobs.demo.phones;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.anlass.jobs.demo.phones.Call.Reply;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.provider.P256;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands for the push service of browsers and for the browsers: who writes has to sign, what comes is decrypted. */
final class WebPushServer extends ProviderServer {

    private static final String PATH = "/push/";
    private static final Pattern SIGNED = Pattern.compile("vapid t=([A-Za-z0-9_.-]+), k=([A-Za-z0-9_-]+)");
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{0,32}");
    private static final Set<String> URGENCIES = Set.of("very-low", "low", "normal", "high");
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MOST_BYTES = 4_096;

    private final String key;
    private final SignedTokens tokens;
    private final Map<String, Browser> browsers = new ConcurrentHashMap<>();

    WebPushServer(ProviderKeys keys, LocalCertificates certificates, EventLoopGroup threads, InstantSource clock)
            throws IOException {
        super(Provider.WEB_PUSH, certificates, threads, clock);
        key = Base64.getUrlEncoder().withoutPadding().encodeToString(P256.bytes(keys.vapidKey()));
        tokens = new SignedTokens(keys.vapidKey());
    }

    /** The endpoint of a new subscription. */
    String newDevice() {
        String path = PATH + UUID.randomUUID();
        browsers.put(path, new Browser());
        return address() + path;
    }

    Device.Keys keys(String endpoint) {
        return browser(endpoint).keys();
    }

    /** What waits for a browser that is not open: the newest message of each topic, decrypted. */
    Map<String, JsonNode> waiting(String endpoint) {
        return browser(endpoint).waiting();
    }

    private Browser browser(String endpoint) {
        Browser browser = browsers.get(endpoint.substring(address().length()));
        if (browser == null) {
            throw new IllegalArgumentException("there is no such subscription");
        }
        return browser;
    }

    void remove(String endpoint) {
        browsers.remove(endpoint.substring(address().length()));
    }

    @Override
    Reply take(Call call, LetterBox letterBox) {
        Browser browser = browsers.get(call.path());
        if (!call.method().equals("POST") || !call.path().startsWith(PATH)) {
            return Reply.of(405);
        }
        if (!isSigned(call.header("authorization"))) {
            return Reply.of(403);
        }
        if (browser == null) {
            return Reply.of(410);
        }
        if (call.body().length > MOST_BYTES) {
            return Reply.of(413);
        }
        return isWellFormed(call) ? taken(call, browser, letterBox) : Reply.of(400);
    }

    private static boolean isWellFormed(Call call) {
        return call.header("ttl").matches("\\d{1,10}")
                && URGENCIES.contains(call.header("urgency"))
                && TOPIC.matcher(call.header("topic")).matches()
                && call.header("content-encoding").equals("aes128gcm");
    }

    private Reply taken(Call call, Browser browser, LetterBox letterBox) {
        JsonNode content;
        try {
            content = browser.read(call.body());
        } catch (GeneralSecurityException notForIt) {
            return Reply.of(400);
        }
        browser.keep(call.header("topic"), content);
        letterBox.put((answered, at) -> Arrived.of(
                Provider.WEB_PUSH,
                address() + call.path(),
                content,
                content.path("text").textValue(),
                Long.parseLong(call.header("ttl")),
                answered,
                at));
        return Reply.of(201).with("location", address() + "/message/" + UUID.randomUUID());
    }

    private boolean isSigned(String authorization) {
        Matcher parts = SIGNED.matcher(authorization);
        return parts.matches()
                && parts.group(2).equals(key)
                && tokens.signed(parts.group(1)).filter(this::isForUs).isPresent();
    }

    private boolean isForUs(SignedJWT token) {
        try {
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Instant now = clock().instant();
            return claims.getAudience().equals(List.of(address()))
                    && claims.getSubject() != null
                    && claims.getSubject().matches("(mailto:|https://).+")
                    && claims.getExpirationTime() != null
                    && claims.getExpirationTime().toInstant().isAfter(now)
                    && !claims.getExpirationTime().toInstant().isAfter(now.plus(LONGEST));
        } catch (ParseException noClaims) {
            return false;
        }
    }

    @Override
    Reply error(int status) {
        return Reply.of(status);
    }
}
