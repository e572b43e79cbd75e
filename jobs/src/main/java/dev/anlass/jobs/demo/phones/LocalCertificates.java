package dev.anlass.jobs.demo.phones;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A certificate for localhost, signed by an authority that was made for it with the keytool of Java.
 *
 * @param authority file with the certificate of the authority (PEM)
 * @param key of the server
 * @param chain of the server, its own certificate first
 */
public record LocalCertificates(Path authority, PrivateKey key, List<X509Certificate> chain) {

    private static final String STORE = "servers.p12";
    private static final String DAYS = "30";

    static LocalCertificates in(Path directory) throws IOException {
        String password = UUID.randomUUID().toString();
        keytool(
                directory,
                password,
                "-alias",
                "authority",
                "-dname",
                "CN=Authority of this machine",
                "-ext",
                "bc:c=ca:true");
        keytool(
                directory,
                password,
                "-alias",
                "localhost",
                "-dname",
                "CN=localhost",
                "-signer",
                "authority",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1");
        try (InputStream in = Files.newInputStream(directory.resolve(STORE))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return read(directory, store, password);
        } catch (GeneralSecurityException e) {
            throw new IOException("what keytool wrote cannot be read", e);
        }
    }

    private static LocalCertificates read(Path directory, KeyStore store, String password)
            throws GeneralSecurityException, IOException {
        Path authority = directory.resolve("authority.pem");
        Files.writeString(
                authority,
                Pem.text("CERTIFICATE", store.getCertificate("authority").getEncoded()));
        List<X509Certificate> chain = new ArrayList<>();
        for (var certificate : store.getCertificateChain("localhost")) {
            chain.add((X509Certificate) certificate);
        }
        PrivateKey key = (PrivateKey) store.getKey("localhost", password.toCharArray());
        return new LocalCertificates(authority, key, List.copyOf(chain));
    }

    /** The password goes by the environment, where no other user sees it. */
    private static void keytool(Path directory, String password, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", DAYS));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", STORE, "-storepass:env", "STORE_PASSWORD"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.txt").toFile());
        builder.environment().put("STORE_PASSWORD", password);
        Process process = builder.start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + Files.readString(directory.resolve("keytool.txt")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while certificates were made", e);
        }
    }

    @Override
    public String toString() {
        return "certificates of this machine";
    }
}
