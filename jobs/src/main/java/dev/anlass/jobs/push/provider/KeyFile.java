package dev.anlass.jobs.push.provider;

import dev.anlass.jobs.config.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * A file with a secret of a provider. What it says about a file never has any of the file's content.
 *
 * @param setting where the file is named
 * @param wayOut what to do if it is not right
 */
record KeyFile(String setting, Path path, String wayOut) {

    private static final long MOST_BYTES = 64 * 1024;

    String text() {
        try {
            if (Files.size(path) <= MOST_BYTES) {
                return Files.readString(path, StandardCharsets.UTF_8);
            }
        } catch (IOException unreadable) {
            throw isWrong("cannot be read");
        }
        throw isWrong("is too long for a key");
    }

    /** A private key of the curve P-256 in PKCS 8 and PEM. */
    ECPrivateKey privateKey() {
        String base64 = text().replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            ECPrivateKey key =
                    (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            if (key.getParams().getOrder().equals(P256.PARAMETERS.getOrder())) {
                return key;
            }
        } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
            throw isWrong("has no private key (P-256, PKCS 8, PEM)");
        }
        throw isWrong("has a key that is not of the curve P-256");
    }

    CannotStart isWrong(String what) {
        return new CannotStart(setting + ": the file " + path + " " + what + ". " + wayOut);
    }
}
