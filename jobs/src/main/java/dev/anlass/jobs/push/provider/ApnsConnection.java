package dev.anlass.jobs.push.provider;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsClientBuilder;
import com.eatthepath.pushy.apns.PushNotificationResponse;
import com.eatthepath.pushy.apns.auth.ApnsSigningKey;
import dev.anlass.jobs.config.PushSettings;
import io.netty.channel.nio.NioEventLoopGroup;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;

/**
 * The way to APNs. It is opened anew when it could not be opened, since Pushy would wait longer and longer by itself, and
 * when many notifications got no answer, since each of them keeps one of the places on its connection.
 */
final class ApnsConnection implements AutoCloseable {

    private static final int MOST_UNANSWERED = 500;
    private static final int DEFAULT_PORT = 443;

    private final ApnsSigningKey key;
    private final URI address;
    private final X509Certificate[] authorities;
    private final Duration timeout;
    private final NioEventLoopGroup thread = new NioEventLoopGroup(1, DaemonThreads.named("push-apns"));
    private Use use;

    /** A client of Pushy, and how many notifications it left unanswered. */
    private record Use(ApnsClient client, AtomicInteger unanswered) {}

    ApnsConnection(PushSettings settings, ApnsSigningKey key, URI address, Trust trust) {
        this.key = key;
        this.address = address;
        authorities = trust.authorities().toArray(X509Certificate[]::new);
        timeout = settings.timeout();
        use = open();
    }

    private Use open() {
        try {
            ApnsClient client = new ApnsClientBuilder()
                    .setApnsServer(address.getHost(), address.getPort() == -1 ? DEFAULT_PORT : address.getPort())
                    .setSigningKey(key)
                    .setUseAlpn(true)
                    .setTrustedServerCertificateChain(authorities)
                    .setConnectionTimeout(timeout.dividedBy(2))
                    .setGracefulShutdownTimeout(timeout)
                    .setEventLoopGroup(thread)
                    .build();
            return new Use(client, new AtomicInteger());
        } catch (SSLException e) {
            throw new IllegalStateException("the certificates were read before", e);
        }
    }

    CompletableFuture<PushNotificationResponse<ApnsMessage>> send(ApnsMessage message) {
        Use used = current();
        return used.client
                .sendNotification(message)
                .copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, failure) -> {
                    if (failure != null && (message.giveUp() || used.unanswered.incrementAndGet() == MOST_UNANSWERED)) {
                        renew(used);
                    }
                });
    }

    private synchronized Use current() {
        return use;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the old one
    private synchronized void renew(Use used) {
        if (use.equals(used) && !thread.isShuttingDown()) {
            use = open();
            used.client.close();
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // its thread is a daemon
    public synchronized void close() {
        use.client.close().whenComplete((closed, failed) -> thread.shutdownGracefully(0, 1, TimeUnit.SECONDS));
    }
}
