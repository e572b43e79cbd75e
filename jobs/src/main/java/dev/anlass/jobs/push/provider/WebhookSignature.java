package dev.anlass.jobs.push.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a webhook gets, in the manner of Standard Webhooks: HMAC-SHA256 of identity, time and content. A secret that
 * begins with {@code whsec_} is base64, any other one is taken as it stands.
 */
public final class WebhookSignature {

    private static final String MAC = "HmacSHA256";
    private static final String BASE64 = "whsec_";

    private final SecretKeySpec key;

    public WebhookSignature(String secret) {
        key = new SecretKeySpec(bytes(secret), MAC);
    }

    private static byte[] bytes(String secret) {
        if (secret.startsWith(BASE64)) {
            try {
                return Base64.getDecoder().decode(secret.substring(BASE64.length()));
            } catch (IllegalArgumentException noBase64) {
                return secret.getBytes(StandardCharsets.UTF_8);
            }
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    /** The header {@code webhook-signature}. */
    public String of(String id, long atSeconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update((id + "." + atSeconds + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java knows HMAC-SHA256", e);
        }
    }
}
