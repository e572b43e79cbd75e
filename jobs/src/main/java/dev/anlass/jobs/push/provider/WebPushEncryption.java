package dev.anlass.jobs.push.provider;

import dev.anlass.jobs.push.Device;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** Encrypts a message for the browser that subscribed, as one record of {@code aes128gcm} (RFC 8291). */
final class WebPushEncryption {

    static final int AUTH_BYTES = 16;

    private static final int RECORD_BYTES = 4_096;
    private static final byte END_OF_LAST_RECORD = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ECPublicKey browser;
    private final byte[] auth;

    /** @throws InvalidKeyException if the keys of the subscription cannot be read */
    WebPushEncryption(Device.Keys keys) throws InvalidKeyException {
        try {
            browser = P256.publicKey(Base64.getUrlDecoder().decode(keys.p256dh()));
            auth = Base64.getUrlDecoder().decode(keys.auth());
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidKeyException("not base64url");
        }
        if (auth.length != AUTH_BYTES) {
            throw new InvalidKeyException("a secret of another length");
        }
    }

    /** With keys and salt of its own, which no other message has. */
    byte[] encrypted(byte[] plain) throws GeneralSecurityException {
        byte[] salt = new byte[Aes128Gcm.SALT_BYTES];
        RANDOM.nextBytes(salt);
        return encrypted(plain, P256.newKeys(), salt);
    }

    byte[] encrypted(byte[] plain, KeyPair own, byte[] salt) throws GeneralSecurityException {
        ECPublicKey sender = (ECPublicKey) own.getPublic();
        byte[] record = Arrays.copyOf(plain, plain.length + 1);
        record[plain.length] = END_OF_LAST_RECORD;
        byte[] hidden = new Aes128Gcm(own.getPrivate(), browser, sender, auth, salt, true).encrypted(record);
        return ByteBuffer.allocate(salt.length + Integer.BYTES + 1 + P256.POINT_BYTES + hidden.length)
                .put(salt)
                .putInt(RECORD_BYTES)
                .put((byte) P256.POINT_BYTES)
                .put(P256.bytes(sender))
                .put(hidden)
                .array();
    }
}
