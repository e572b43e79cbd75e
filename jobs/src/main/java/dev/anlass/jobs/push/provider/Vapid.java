package dev.anlass.jobs.push.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Says to a push service who writes (RFC 8292): a token for each service, signed anew about every hour. */
final class Vapid {

    private static final Duration VALID = Duration.ofHours(12);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_ORIGINS = 1_000;
    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).build();

    private final ECDSASigner signer;
    private final String publicKey;
    private final String contact;
    private final InstantSource clock;
    private final Map<String, Signed> byOrigin = new ConcurrentHashMap<>();

    private record Signed(String header, Instant at) {}

    Vapid(ECPrivateKey key, String contact, InstantSource clock) {
        this.contact = contact;
        this.clock = clock;
        publicKey = Base64.getUrlEncoder().withoutPadding().encodeToString(P256.bytes(P256.publicKey(key)));
        try {
            signer = new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("every key of this curve can sign", e);
        }
    }

    /** The header {@code Authorization} for an endpoint. */
    String authorization(URI endpoint) {
        Instant now = clock.instant();
        if (byOrigin.size() >= MOST_ORIGINS) {
            byOrigin.clear();
        }
        return byOrigin.compute(origin(endpoint), (origin, kept) -> {
                    boolean fresh = kept != null && now.isBefore(kept.at.plus(KEPT));
                    return fresh ? kept : new Signed(sign(origin, now), now);
                })
                .header;
    }

    private static String origin(URI endpoint) {
        String port = endpoint.getPort() == -1 || endpoint.getPort() == 443 ? "" : ":" + endpoint.getPort();
        return "https://" + endpoint.getHost() + port;
    }

    private String sign(String origin, Instant now) {
        SignedJWT token = new SignedJWT(
                HEADER,
                new JWTClaimsSet.Builder()
                        .audience(origin)
                        .expirationTime(Date.from(now.plus(VALID)))
                        .subject(contact)
                        .build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("a text can always be signed", e);
        }
        return "vapid t=" + token.serialize() + ", k=" + publicKey;
    }
}
