package dev.anlass.jobs.push.provider;

import dev.anlass.jobs.config.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are believed: those of Java, and those of a file.
 *
 * @param authorities all of them
 */
record Trust(List<X509Certificate> authorities, SSLContext context) {

    /** @param file certificates in PEM; empty if there is none */
    static Trust of(String file) {
        try {
            List<X509Certificate> authorities = new ArrayList<>(accepted(null));
            if (!file.isEmpty()) {
                for (Certificate certificate : read(Path.of(file))) {
                    authorities.add((X509Certificate) certificate);
                }
            }
            return new Trust(List.copyOf(authorities), context(authorities));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a store of certificates can always be made", e);
        }
    }

    private static Collection<? extends Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (IOException | CertificateException unreadable) {
            throw cannotRead(file);
        }
        throw cannotRead(file);
    }

    private static CannotStart cannotRead(Path file) {
        return new CannotStart("push.trust is no file of certificates that can be read: " + file
                + "; give a PEM file, or leave the setting empty to trust those of Java");
    }

    private static SSLContext context(List<X509Certificate> authorities) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("authority-" + i, authorities.get(i));
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers(store), null);
        return context;
    }

    /** @param store null for that of Java */
    private static List<X509Certificate> accepted(@Nullable KeyStore store) throws GeneralSecurityException {
        List<X509Certificate> all = new ArrayList<>();
        for (TrustManager manager : managers(store)) {
            if (manager instanceof X509TrustManager trusting) {
                all.addAll(List.of(trusting.getAcceptedIssuers()));
            }
        }
        return all;
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
