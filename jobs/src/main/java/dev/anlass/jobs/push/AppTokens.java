package dev.anlass.jobs.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.Secret;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Signed tokens of apps (JWT, HS256): one comes with each message and permits feedback on it, another is given to the app
 * of a customer who has signed in and permits to read the messages of this customer.
 */
public final class AppTokens {

    static final String FEEDBACK = "feedback";
    static final String IN_APP = "in-app";

    private static final int LEAST_SECRET_BYTES = 32;
    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);

    private final MACSigner signer;
    private final MACVerifier verifier;

    /**
     * What a token for feedback permits.
     *
     * @param expiresAt until when, in milliseconds since 1970
     */
    public record Feedback(String customer, String actionId, long expiresAt) {}

    /**
     * Whose messages a token permits to read.
     *
     * @param expiresAt until when, in milliseconds since 1970
     */
    public record App(String customer, long expiresAt) {}

    /** @throws CannotStart if the secret is too short to keep anybody out */
    public AppTokens(Secret secret) {
        byte[] bytes = require(secret);
        try {
            signer = new MACSigner(bytes);
            verifier = new MACVerifier(bytes);
        } catch (JOSEException e) {
            throw new IllegalStateException("every long secret can sign", e);
        }
    }

    /**
     * The secret, if it can sign.
     *
     * @throws CannotStart if it is too short to keep anybody out
     */
    public static byte[] require(Secret secret) {
        byte[] bytes = secret.text().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LEAST_SECRET_BYTES) {
            throw new CannotStart("there is no secret of at least " + LEAST_SECRET_BYTES + " characters that signs the"
                    + " tokens of apps: set ANLASS_PUSH_TOKEN_SECRET_FILE to a file with a long random text, such as"
                    + " one made by `openssl rand -hex 32`");
        }
        return bytes;
    }

    /** With which an app says what became of an action. */
    public String forFeedback(String customer, String actionId, long expiresAt) {
        return sign(claims(FEEDBACK, customer, expiresAt).jwtID(actionId).build());
    }

    /** With which an app reads the messages of its customer. */
    public String forApp(String customer, long expiresAt) {
        return sign(claims(IN_APP, customer, expiresAt).build());
    }

    /** What a token permits to say at a time, in milliseconds since 1970; empty if nothing. */
    public Optional<Feedback> feedback(String token, long now) {
        return valid(token, FEEDBACK, now)
                .filter(claims -> claims.getJWTID() != null)
                .map(claims -> new Feedback(claims.getSubject(), claims.getJWTID(), expiresAt(claims)));
    }

    /** What a token permits to read at a time, in milliseconds since 1970; empty if nothing. */
    public Optional<App> app(String token, long now) {
        return valid(token, IN_APP, now).map(claims -> new App(claims.getSubject(), expiresAt(claims)));
    }

    private static long expiresAt(JWTClaimsSet claims) {
        return claims.getExpirationTime().toInstant().toEpochMilli();
    }

    private static JWTClaimsSet.Builder claims(String audience, String customer, long expiresAt) {
        return new JWTClaimsSet.Builder()
                .audience(audience)
                .subject(customer)
                .expirationTime(Date.from(Instant.ofEpochMilli(expiresAt)));
    }

    private String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(HEADER, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("a text can always be signed", e);
        }
        return token.serialize();
    }

    private Optional<JWTClaimsSet> valid(String token, String audience, long now) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm()) || !signed.verify(verifier)) {
                return Optional.empty();
            }
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            boolean holds = claims.getAudience().equals(List.of(audience))
                    && claims.getSubject() != null
                    && claims.getExpirationTime() != null
                    && now < expiresAt(claims);
            return holds ? Optional.of(claims) : Optional.empty();
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }
}
