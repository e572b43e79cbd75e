package dev.anlass.jobs.demo.phones;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that are signed with one key (ES256). Senders use each for many messages, so those that were right are known. */
final class SignedTokens {

    private static final int MOST_KNOWN = 1_000;
    private static final int SIGNATURE_BYTES = 64;

    private final ECDSAVerifier verifier;
    private final Map<String, SignedJWT> known = new ConcurrentHashMap<>();

    SignedTokens(ECPublicKey key) {
        try {
            verifier = new ECDSAVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("every key of this curve can verify", e);
        }
    }

    /** The token, if this key signed it. */
    Optional<SignedJWT> signed(String text) {
        SignedJWT before = known.get(text);
        if (before != null) {
            return Optional.of(before);
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm()) && isSigned(token)) {
                if (known.size() >= MOST_KNOWN) {
                    known.clear();
                }
                known.put(text, token);
                return Optional.of(token);
            }
        } catch (ParseException | JOSEException notTheirs) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The standard has the two numbers of a signature side by side; Apple takes them in DER as well, as Pushy sends them. */
    private boolean isSigned(SignedJWT token) throws JOSEException {
        byte[] signature = token.getSignature().decode();
        Base64URL standard = signature.length == SIGNATURE_BYTES
                ? token.getSignature()
                : Base64URL.encode(ECDSA.transcodeSignatureToConcat(signature, SIGNATURE_BYTES));
        return verifier.verify(token.getHeader(), token.getSigningInput(), standard);
    }
}
