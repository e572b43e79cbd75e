package dev.anlass.jobs.demo.phones;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.anlass.jobs.demo.phones.Call.Reply;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Gives access tokens to a service account that proves by its signature who it is (RFC 7523), and knows them again. */
public final class FcmAccess {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
    private static final int BEARER_LETTERS = "Bearer ".length();

    private final RSAPublicKey key;
    private final Set<String> audiences;
    private final InstantSource clock;
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final AtomicLong given = new AtomicLong();

    private volatile Duration validFor = LONGEST;
    private volatile boolean open = true;

    FcmAccess(RSAPublicKey key, String audience, InstantSource clock) {
        this.key = key;
        // The library of Google names the server of Google whichever it asks.
        audiences = Set.of(audience, "https://oauth2.googleapis.com/token");
        this.clock = clock;
    }

    Reply token(Call call) {
        if (!open) {
            return Reply.of(503);
        }
        var form = new QueryStringDecoder(new String(call.body(), StandardCharsets.UTF_8), false).parameters();
        boolean asked = form.getOrDefault("grant_type", List.of()).contains(GRANT);
        String assertion = form.getOrDefault("assertion", List.of("")).get(0);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (!asked || !isTrue(assertion)) {
            return Reply.of(400, answer.put("error", "invalid_grant"));
        }
        String token = "ya29." + ProviderKeys.secret();
        Duration valid = validFor;
        tokens.put(token, clock.instant().plus(valid));
        given.incrementAndGet();
        return Reply.of(
                200,
                answer.put("access_token", token)
                        .put("expires_in", valid.toSeconds())
                        .put("token_type", "Bearer"));
    }

    private boolean isTrue(String assertion) {
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            return JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new RSASSAVerifier(key))
                    && isForUs(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException notTheirs) {
            return false;
        }
    }

    private boolean isForUs(JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        return ProviderKeys.EMAIL.equals(claims.getIssuer())
                && claims.getAudience().size() == 1
                && audiences.containsAll(claims.getAudience())
                && SCOPE.equals(claims.getStringClaim("scope"))
                && claims.getExpirationTime() != null
                && claims.getIssueTime() != null
                && claims.getExpirationTime().toInstant().isAfter(now.minus(CLOCKS_DIFFER_BY))
                && !claims.getIssueTime().toInstant().isAfter(now.plus(CLOCKS_DIFFER_BY))
                && !claims.getIssueTime()
                        .toInstant()
                        .plus(LONGEST)
                        .isBefore(claims.getExpirationTime().toInstant());
    }

    /** Whether a header {@code Authorization} has a token that is still valid. */
    boolean permits(String header) {
        Instant until = header.length() > BEARER_LETTERS && header.startsWith("Bearer ")
                ? tokens.get(header.substring(BEARER_LETTERS))
                : null;
        return until != null && clock.instant().isBefore(until);
    }

    /** How many tokens it has given. */
    public long given() {
        return given.get();
    }

    /** No token that it has given permits anything any more. */
    public void withdraw() {
        tokens.clear();
    }

    /** Whether it gives tokens at all. */
    public void open(boolean opened) {
        open = opened;
    }

    /** How long the next tokens are valid; an hour by default. */
    public void validFor(Duration duration) {
        validFor = duration;
    }
}
