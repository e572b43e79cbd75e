package dev.anlass.jobs.demo.phones;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.push.provider.P256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.Map;

/**
 * What providers give to whom they know: files with private keys for the sender, and the public keys that the servers check
 * them with.
 *
 * @param account file of a service account
 * @param apns file of a signing key
 * @param vapid file of a key for Web Push
 */
record ProviderKeys(
        Path account,
        RSAPublicKey accountKey,
        Path apns,
        ECPublicKey apnsKey,
        Path vapid,
        ECPublicKey vapidKey,
        String webhookSecret) {

    static final String PROJECT = "anlass-demo";
    static final String EMAIL = "push@anlass-demo.iam.gserviceaccount.com";
    static final String APNS_KEY_ID = "ANLASSKEY1";
    static final String APNS_TEAM_ID = "ANLASSTEAM";

    private static final int RSA_BITS = 2_048;
    private static final int SECRET_BYTES = 32;

    /** @param tokenAddress where the service account gets its access tokens */
    static ProviderKeys in(Path directory, String tokenAddress) throws IOException {
        KeyPair account = rsa();
        KeyPair apns = P256.newKeys();
        KeyPair vapid = P256.newKeys();
        return new ProviderKeys(
                Files.writeString(directory.resolve("account.json"), account(account, tokenAddress)),
                (RSAPublicKey) account.getPublic(),
                Files.writeString(directory.resolve("apns.p8"), pem(apns)),
                (ECPublicKey) apns.getPublic(),
                Files.writeString(directory.resolve("vapid.pem"), pem(vapid)),
                (ECPublicKey) vapid.getPublic(),
                secret());
    }

    /** The content of a file of a service account. */
    static String account(KeyPair keys, String tokenAddress) throws IOException {
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "type",
                        "service_account",
                        "project_id",
                        PROJECT,
                        "private_key_id",
                        "1",
                        "private_key",
                        pem(keys),
                        "client_email",
                        EMAIL,
                        "client_id",
                        "1",
                        "token_uri",
                        tokenAddress));
    }

    static String pem(KeyPair keys) {
        return Pem.text("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows RSA", e);
        }
    }

    static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "keys of providers";
    }
}
