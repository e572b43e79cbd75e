package dev.anlass.jobs.push.provider;

import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Message;
import dev.anlass.jobs.push.Parcel;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Parcels to send, all about the same offer. */
record Parcels(
        Device device,
        Parcel.Purpose purpose,
        Map<String, String> texts,
        String payload,
        String collapseKey,
        long validMillis) {

    static final String ID = "0123456789abcdef0123456789abcdef";
    static final String GERMAN = "Ihr Fahrrad wartet";
    static final String ENGLISH = "Your bike is waiting";

    static Parcels to(Device device) {
        return new Parcels(
                device,
                Parcel.Purpose.SHOW,
                Map.of("de", GERMAN, "en", ENGLISH),
                "{\"title\":\"Velo\",\"price\":1299.5}",
                "cart",
                123_999);
    }

    Parcels takenBack() {
        return new Parcels(device, Parcel.Purpose.TAKE_BACK, texts, payload, collapseKey, validMillis);
    }

    Parcels silent() {
        return new Parcels(device, purpose, Map.of(), payload, collapseKey, validMillis);
    }

    Parcels text(String text) {
        return new Parcels(device, purpose, Map.of("de", text), payload, collapseKey, validMillis);
    }

    Parcels payload(String json) {
        return new Parcels(device, purpose, texts, json, collapseKey, validMillis);
    }

    Parcels collapseKey(String key) {
        return new Parcels(device, purpose, texts, payload, key, validMillis);
    }

    Parcels validMillis(long millis) {
        return new Parcels(device, purpose, texts, payload, collapseKey, millis);
    }

    Parcel parcel() {
        long decidedAt = Instant.parse("2026-03-01T09:00:00Z").toEpochMilli();
        Message message = new Message(
                "anna",
                "action-1",
                2,
                "bike_offer",
                "bike_trigger",
                "bundle-1",
                "push",
                "offers",
                decidedAt,
                decidedAt + validMillis,
                payload,
                texts,
                texts.isEmpty() ? null : "de",
                collapseKey,
                null);
        return new Parcel(
                ID, message, device, purpose, validMillis, "feedback-token", "https://shop.example/a/action-1");
    }

    /** A key of the curve P-256 that no server knows. */
    static String privateKeyFile() {
        return pem(P256.newKeys());
    }

    /** A key of a service account that no server knows. */
    static String rsaKeyFile() {
        try {
            return pem(KeyPairGenerator.getInstance("RSA").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows RSA", e);
        }
    }

    private static String pem(KeyPair keys) {
        byte[] encoded = keys.getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
