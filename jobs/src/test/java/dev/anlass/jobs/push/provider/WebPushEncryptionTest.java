package dev.anlass.jobs.push.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.jobs.push.Device;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The example of RFC 8291, appendix A, and keys that are none. */
class WebPushEncryptionTest {

    private static final String BROWSER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String BROWSER_PRIVATE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
    private static final String SENDER =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String SENDER_PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
    private static final String PLAIN = "When I grow up, I want to be a watermelon";
    private static final String ENCRYPTED =
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCY"
                    + "LocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    @Test
    void encryptsTheExampleOfTheStandard() throws GeneralSecurityException {
        KeyPair sender = new KeyPair(P256.publicKey(bytes(SENDER)), privateKey(SENDER_PRIVATE));
        byte[] encrypted = new WebPushEncryption(new Device.Keys(BROWSER, AUTH))
                .encrypted(PLAIN.getBytes(StandardCharsets.UTF_8), sender, bytes(SALT));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted))
                .isEqualTo(ENCRYPTED);
    }

    @Test
    void theBrowserReadsTheExampleOfTheStandard() throws GeneralSecurityException {
        Aes128Gcm keys = new Aes128Gcm(
                privateKey(BROWSER_PRIVATE),
                P256.publicKey(bytes(BROWSER)),
                P256.publicKey(bytes(SENDER)),
                bytes(AUTH),
                bytes(SALT),
                false);
        byte[] body = bytes(ENCRYPTED);
        byte[] record = keys.decrypted(Arrays.copyOfRange(body, 86, body.length));
        assertThat(new String(record, StandardCharsets.UTF_8)).isEqualTo(PLAIN + "\u0002");
    }

    @Test
    void aPrivateKeySaysItsPublicOne() throws GeneralSecurityException {
        assertThat(P256.bytes(P256.publicKey(privateKey(SENDER_PRIVATE)))).isEqualTo(bytes(SENDER));
        KeyPair any = P256.newKeys();
        assertThat(P256.publicKey((ECPrivateKey) any.getPrivate())).isEqualTo(any.getPublic());
    }

    @Test
    void aPointBesideTheCurveIsNoKey() {
        byte[] beside = bytes(BROWSER);
        beside[64] ^= 1;
        assertThatThrownBy(() -> P256.publicKey(beside)).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> P256.publicKey(new byte[65])).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> new WebPushEncryption(new Device.Keys(BROWSER, "c2hvcnQ")))
                .isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> new WebPushEncryption(new Device.Keys("not base64!", AUTH)))
                .isInstanceOf(InvalidKeyException.class);
    }

    private static ECPrivateKey privateKey(String base64) throws GeneralSecurityException {
        return (ECPrivateKey) KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, bytes(base64)), P256.PARAMETERS));
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
