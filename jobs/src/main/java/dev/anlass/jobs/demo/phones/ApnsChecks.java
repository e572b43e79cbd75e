package dev.anlass.jobs.demo.phones;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What Apple checks of a request before it looks for the device: headers, size and who sends it. */
final class ApnsChecks {

    private static final int MOST_BYTES = 4_096;
    private static final int MOST_LETTERS_OF_COLLAPSE_ID = 64;
    private static final Duration OLDEST_TOKEN = Duration.ofHours(1);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

    private final SignedTokens tokens;
    private final InstantSource clock;

    ApnsChecks(ProviderKeys keys, InstantSource clock) {
        tokens = new SignedTokens(keys.apnsKey());
        this.clock = clock;
    }

    /** The reason in Apple's words; null if all is well. */
    @Nullable
    String mistake(Call call) {
        String headers = headers(call);
        String sender = headers == null ? sender(call.header("authorization")) : headers;
        return sender == null ? payload(call) : sender;
    }

    private static @Nullable String headers(Call call) {
        String kind = call.header("apns-push-type");
        String priority = call.header("apns-priority");
        if (!isIdentity(call.header("apns-id"))) {
            return "BadMessageId";
        }
        if (call.header("apns-topic").isEmpty()) {
            return "MissingTopic";
        }
        if (call.header("apns-collapse-id").length() > MOST_LETTERS_OF_COLLAPSE_ID) {
            return "BadCollapseId";
        }
        if (!call.header("apns-expiration").matches("\\d{1,12}")) {
            return "BadExpirationDate";
        }
        if (!Set.of("alert", "background").contains(kind)) {
            return "InvalidPushType";
        }
        boolean fits = priority.equals("5") || priority.equals("10") && kind.equals("alert");
        return fits ? null : "BadPriority";
    }

    private static boolean isIdentity(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException noIdentity) {
            return false;
        }
    }

    private @Nullable String sender(String authorization) {
        if (!authorization.startsWith("bearer ")) {
            return "MissingProviderToken";
        }
        String reason = tokens.signed(authorization.substring("bearer ".length()))
                .map(this::claims)
                .orElse("InvalidProviderToken");
        return reason.isEmpty() ? null : reason;
    }

    /** Empty if they are right. */
    private String claims(SignedJWT token) {
        try {
            Instant issued = token.getJWTClaimsSet().getIssueTime().toInstant();
            if (!ProviderKeys.APNS_KEY_ID.equals(token.getHeader().getKeyID())
                    || !ProviderKeys.APNS_TEAM_ID.equals(token.getJWTClaimsSet().getIssuer())) {
                return "InvalidProviderToken";
            }
            boolean fresh = issued.isAfter(clock.instant().minus(OLDEST_TOKEN))
                    && issued.isBefore(clock.instant().plus(CLOCKS_DIFFER_BY));
            return fresh ? "" : "ExpiredProviderToken";
        } catch (ParseException noClaims) {
            return "InvalidProviderToken";
        }
    }

    private static @Nullable String payload(Call call) {
        if (call.body().length == 0) {
            return "PayloadEmpty";
        }
        if (call.body().length > MOST_BYTES) {
            return "PayloadTooLarge";
        }
        return call.json().path("aps").isObject() ? null : "BadPayload";
    }

    /** The status that goes with a reason. */
    static int status(String reason) {
        return switch (reason) {
            case "MissingProviderToken", "InvalidProviderToken", "ExpiredProviderToken" -> 403;
            case "BadPath" -> 404;
            case "Unregistered" -> 410;
            case "PayloadTooLarge" -> 413;
            case "TooManyRequests" -> 429;
            case "InternalServerError" -> 500;
            case "ServiceUnavailable" -> 503;
            default -> 400;
        };
    }
}
