package dev.anlass.jobs.push.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys with which one message to a browser is encrypted and decrypted: both sides come to the same, each from its own
 * private and the other's public key, the secret of the subscription and the salt of the message (RFC 8291, 3.4; RFC 8188).
 */
public final class Aes128Gcm {

    public static final int SALT_BYTES = 16;

    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final GCMParameterSpec nonce;

    /**
     * @param own private key of this side
     * @param browser public key of the one who reads
     * @param sender public key of the one who writes; one of the two belongs to this side
     */
    public Aes128Gcm(PrivateKey own, ECPublicKey browser, ECPublicKey sender, byte[] auth, byte[] salt, boolean writes)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own);
        agreement.doPhase(writes ? browser : sender, true);
        byte[] information = ByteBuffer.allocate(14 + 2 * P256.POINT_BYTES)
                .put(text("WebPush: info\0"))
                .put(P256.bytes(browser))
                .put(P256.bytes(sender))
                .array();
        byte[] pseudoRandom = mac(salt, derived(mac(auth, agreement.generateSecret()), information, 32));
        key = new SecretKeySpec(derived(pseudoRandom, text("Content-Encoding: aes128gcm\0"), KEY_BYTES), "AES");
        // Only one record, whose number is 0: the nonce stays as it is.
        nonce = new GCMParameterSpec(TAG_BITS, derived(pseudoRandom, text("Content-Encoding: nonce\0"), NONCE_BYTES));
    }

    byte[] encrypted(byte[] record) throws GeneralSecurityException {
        return cipher(Cipher.ENCRYPT_MODE).doFinal(record);
    }

    /** @throws GeneralSecurityException if it was not written with these keys */
    public byte[] decrypted(byte[] record) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE).doFinal(record);
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, nonce);
        return cipher;
    }

    /** HKDF (RFC 5869) where one block is enough. */
    private static byte[] derived(byte[] pseudoRandom, byte[] information, int length) throws GeneralSecurityException {
        byte[] first = Arrays.copyOf(information, information.length + 1);
        first[information.length] = 1;
        return Arrays.copyOf(mac(pseudoRandom, first), length);
    }

    private static byte[] mac(byte[] key, byte[] content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(MAC);
        mac.init(new SecretKeySpec(key, MAC));
        return mac.doFinal(content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
