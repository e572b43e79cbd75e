package dev.anlass.jobs.demo.phones;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.provider.Aes128Gcm;
import dev.anlass.jobs.push.provider.P256;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A browser that has subscribed: only it can read what is written to it. */
final class Browser {

    private static final int AUTH_BYTES = 16;
    private static final int LEAST_RECORD_BYTES = 18;
    private static final byte END_OF_LAST_RECORD = 2;
    private static final int MOST_WAITING = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair own = P256.newKeys();
    private final byte[] auth = new byte[AUTH_BYTES];
    private final Map<String, JsonNode> waiting = new LinkedHashMap<>();

    Browser() {
        RANDOM.nextBytes(auth);
    }

    Device.Keys keys() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return new Device.Keys(
                base64.encodeToString(P256.bytes((ECPublicKey) own.getPublic())), base64.encodeToString(auth));
    }

    /** @throws GeneralSecurityException if it was not written to this one */
    JsonNode read(byte[] body) throws GeneralSecurityException {
        try {
            ByteBuffer parts = ByteBuffer.wrap(body);
            byte[] salt = next(parts, Aes128Gcm.SALT_BYTES);
            int recordBytes = parts.getInt();
            ECPublicKey sender = P256.publicKey(next(parts, Byte.toUnsignedInt(parts.get())));
            byte[] hidden = next(parts, parts.remaining());
            if (recordBytes < LEAST_RECORD_BYTES || hidden.length > recordBytes) {
                throw new GeneralSecurityException("not one record");
            }
            ECPublicKey mine = (ECPublicKey) own.getPublic();
            return read(new Aes128Gcm(own.getPrivate(), mine, sender, auth, salt, false), hidden);
        } catch (BufferUnderflowException tooShort) {
            throw new GeneralSecurityException("too short", tooShort);
        }
    }

    private static JsonNode read(Aes128Gcm keys, byte[] hidden) throws GeneralSecurityException {
        byte[] record = keys.decrypted(hidden);
        int end = record.length - 1;
        while (end > 0 && record[end] == 0) {
            end--;
        }
        if (record[end] != END_OF_LAST_RECORD) {
            throw new GeneralSecurityException("no end of the last record");
        }
        JsonNode content = Call.json(Arrays.copyOf(record, end));
        if (!content.isObject()) {
            throw new GeneralSecurityException("no object");
        }
        return content;
    }

    private static byte[] next(ByteBuffer parts, int length) {
        byte[] next = new byte[length];
        parts.get(next);
        return next;
    }

    /** Later ones of a topic replace earlier ones. */
    synchronized void keep(String topic, JsonNode content) {
        if (waiting.size() < MOST_WAITING || waiting.containsKey(topic)) {
            waiting.put(topic, content);
        }
    }

    synchronized Map<String, JsonNode> waiting() {
        return Map.copyOf(waiting);
    }
}
