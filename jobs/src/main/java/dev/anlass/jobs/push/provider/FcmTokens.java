package dev.anlass.jobs.push.provider;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of a service account: fetched on a thread of its own, one request at a time, and anew a few minutes before
 * the one in use expires.
 */
final class FcmTokens implements AutoCloseable {

    private static final List<String> SCOPES = List.of("https://www.googleapis.com/auth/firebase.messaging");
    private static final Duration FETCHED_BEFORE_EXPIRY = Duration.ofMinutes(5);
    private static final Duration NOT_USED_BEFORE_EXPIRY = Duration.ofMinutes(1);

    private final GoogleCredentials credentials;
    private final String project;
    private final Duration timeout;
    private final InstantSource clock;
    private final ExecutorService thread = DaemonThreads.pool("push-fcm-tokens", 1);

    private @Nullable AccessToken current;
    private @Nullable CompletableFuture<AccessToken> next;

    FcmTokens(KeyFile account, SSLContext trust, Duration timeout, InstantSource clock) {
        ServiceAccountCredentials read = read(account, trust);
        credentials = read.createWithCustomRetryStrategy(false).createScoped(SCOPES);
        project = read.getProjectId();
        this.timeout = timeout;
        this.clock = clock;
    }

    private static ServiceAccountCredentials read(KeyFile account, SSLContext trust) {
        String text = account.text();
        try {
            ServiceAccountCredentials credentials = ServiceAccountCredentials.fromStream(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    () -> new NetHttpTransport.Builder()
                            .setSslSocketFactory(trust.getSocketFactory())
                            .build());
            if (credentials.getProjectId() != null) {
                return credentials;
            }
        } catch (IOException | RuntimeException unreadable) {
            throw account.isWrong("is no service account");
        }
        throw account.isWrong("names no project");
    }

    String project() {
        return project;
    }

    /** A token that can be used now; fails with {@link NotSent} if there is none in time. */
    synchronized CompletableFuture<String> token() {
        Instant now = clock.instant();
        AccessToken kept = current;
        if (kept != null && isValid(kept, now, FETCHED_BEFORE_EXPIRY)) {
            return CompletableFuture.completedFuture(kept.getTokenValue());
        }
        CompletableFuture<AccessToken> fetched = fetched();
        if (kept != null && isValid(kept, now, NOT_USED_BEFORE_EXPIRY)) {
            return CompletableFuture.completedFuture(kept.getTokenValue());
        }
        return fetched.copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(AccessToken::getTokenValue)
                .exceptionally(failed -> {
                    throw NotSent.busy("no_access_token");
                });
    }

    /** It does not work any more, whatever its expiry says. */
    synchronized void forget(String token) {
        if (current != null && current.getTokenValue().equals(token)) {
            current = null;
        }
    }

    private static boolean isValid(AccessToken token, Instant now, Duration margin) {
        return token.getExpirationTime() != null
                && now.plus(margin).isBefore(token.getExpirationTime().toInstant());
    }

    private CompletableFuture<AccessToken> fetched() {
        CompletableFuture<AccessToken> asked = next;
        if (asked == null || asked.isDone()) {
            asked = CompletableFuture.supplyAsync(this::fetch, thread).thenApply(this::keep);
            next = asked;
        }
        return asked;
    }

    private AccessToken fetch() {
        try {
            return credentials.refreshAccessToken();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no access token", e);
        }
    }

    private synchronized AccessToken keep(AccessToken token) {
        current = token;
        return token;
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
