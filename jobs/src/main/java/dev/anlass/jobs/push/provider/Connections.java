package dev.anlass.jobs.push.provider;

import dev.anlass.jobs.push.Answer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * Connections of one sender: requests go out over HTTP/2, where a server offers it, and always on the connection with the
 * fewest under way. A connection carries at most about a hundred requests at once, as servers permit, hence several.
 */
final class Connections implements AutoCloseable {

    private static final int REQUESTS_EACH = 64;
    private static final int MOST_CONNECTIONS = 32;
    private static final int MOST_SERVERS = 1_000;
    private static final int THREADS = 2;

    private final ExecutorService threads;
    private final List<Connection> connections;
    private final Duration timeout;

    /** @param opened by the server: done when it has been reached, and failed when it has not */
    private record Connection(HttpClient client, AtomicInteger underWay, Map<String, CompletableFuture<Void>> opened) {}

    /** @param atOnce requests that are under way at once, at most */
    Connections(String name, SSLContext trust, Duration timeout, int atOnce) {
        this.timeout = timeout;
        threads = DaemonThreads.pool(name, THREADS);
        int needed = Math.min(MOST_CONNECTIONS, 1 + (atOnce - 1) / REQUESTS_EACH);
        connections = Stream.generate(
                        () -> new Connection(client(trust), new AtomicInteger(), new ConcurrentHashMap<>()))
                .limit(needed)
                .toList();
    }

    private HttpClient client(SSLContext trust) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout.dividedBy(2))
                .sslContext(trust)
                .executor(threads)
                .build();
    }

    /** Makes a request and sends it on another thread; whatever goes wrong becomes an answer. */
    CompletableFuture<Answer> send(
            Supplier<HttpRequest.Builder> request, Function<HttpResponse<Void>, Answer> reading) {
        return send(request, HttpResponse.BodyHandlers.discarding(), reading);
    }

    <B> CompletableFuture<Answer> send(
            Supplier<HttpRequest.Builder> request, BodyHandler<B> body, Function<HttpResponse<B>, Answer> reading) {
        try {
            return CompletableFuture.supplyAsync(request, threads)
                    .thenCompose(made -> exchange(made.timeout(timeout).build(), body))
                    .thenApply(reading)
                    .exceptionally(NoReply::to);
        } catch (RuntimeException closed) {
            return CompletableFuture.completedFuture(NoReply.to(closed));
        }
    }

    private <B> CompletableFuture<HttpResponse<B>> exchange(HttpRequest request, BodyHandler<B> body) {
        Connection connection = freest();
        connection.underWay.incrementAndGet();
        CompletableFuture<HttpResponse<B>> reply = reply(connection, request, body);
        // The client's own timeout ends with the headers; a body that never ends must not hold up the rest.
        return reply.copy()
                .orTimeout(2 * timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failed) -> {
                    connection.underWay.decrementAndGet();
                    reply.cancel(true);
                });
    }

    /** The first one goes ahead: all at once would each shake hands for a connection of their own, and all be late. */
    private static <B> CompletableFuture<HttpResponse<B>> reply(
            Connection connection, HttpRequest request, BodyHandler<B> body) {
        String server = request.uri().getAuthority();
        if (connection.opened.size() >= MOST_SERVERS) {
            connection.opened.clear();
        }
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> before = connection.opened.putIfAbsent(server, mine);
        CompletableFuture<Void> opened = before == null ? CompletableFuture.completedFuture(null) : before;
        return opened.thenCompose(open -> connection.client.sendAsync(request, body))
                .whenComplete((done, failed) -> {
                    if (failed != null && !NoReply.to(failed).equals(NoReply.TIMEOUT)) {
                        connection.opened.remove(server, before == null ? mine : before);
                    }
                    if (failed != null && NoReply.to(failed) instanceof Answer.Busy) {
                        mine.completeExceptionally(failed);
                    } else {
                        mine.complete(null);
                    }
                });
    }

    private Connection freest() {
        Connection freest = connections.get(0);
        for (Connection connection : connections) {
            if (connection.underWay.get() < freest.underWay.get()) {
                freest = connection;
            }
        }
        return freest;
    }

    /** A client of Java 17 cannot be closed: without its threads it does nothing more, and goes when nobody holds it. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
