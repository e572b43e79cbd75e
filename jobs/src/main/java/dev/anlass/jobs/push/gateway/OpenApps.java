package dev.anlass.jobs.push.gateway;

import dev.anlass.jobs.push.gateway.AppEvent.Delivered;
import dev.anlass.jobs.push.gateway.Counts.Count;
import dev.anlass.jobs.push.gateway.Counts.Gauge;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The apps that read at the moment, and what they are told. Several threads may use it. */
public final class OpenApps {

    /** A message is open for no longer, in milliseconds; so the topic is read from no further back. */
    public static final long LONGEST_OPEN_MILLIS = Mailbox.LONGEST_OPEN_MILLIS;

    /** Some more come in when many ask at once. */
    static final int MOST_CONNECTIONS = 10_000;

    /** Of one customer; with one more the oldest ends, which may be one whose network went away unheard. */
    static final int MOST_OF_CUSTOMER = 5;

    private final InstantSource wall;
    private final AppEventTaker events;
    private final Counts counts = new Counts();
    private final Inbox inbox = new Inbox();
    private final Map<String, Deque<Connection>> connections = new HashMap<>();
    private int connected;
    private boolean isReady;

    /**
     * Nobody, and nothing to tell.
     *
     * @param wall tells the time
     * @param events where it is told what was delivered
     */
    public OpenApps(InstantSource wall, AppEventTaker events) {
        this.wall = wall;
        this.events = events;
    }

    /** Tells it to those whom it concerns. */
    public synchronized void take(InAppNews news, Position position) {
        List<ServerEvent> told = inbox.take(news, position, wall.millis());
        if (!told.isEmpty()) {
            forEach(news.customer(), connection -> send(connection, told));
        }
    }

    /** Everything was read that was in the topic at the start. */
    public synchronized void ready() {
        isReady = true;
    }

    synchronized boolean isReady() {
        return isReady;
    }

    synchronized boolean hasRoom() {
        return connected < MOST_CONNECTIONS;
    }

    /** Tells an app what is open, or what is new since an event of this id, and from now on what comes. */
    synchronized void connect(Connection connection, @Nullable String lastId) {
        Deque<Connection> own = connections.computeIfAbsent(connection.customer(), unknown -> new ArrayDeque<>());
        own.addLast(connection);
        connected++;
        if (own.size() > MOST_OF_CUSTOMER) {
            end(own.getFirst(), "too_many");
        }
        List<Piece> told = new ArrayList<>(List.of(Piece.BEGINNING));
        told.addAll(inbox.open(connection.customer(), lastId, wall.millis()));
        send(connection, told);
    }

    /** The app went away. */
    synchronized void leave(Connection connection) {
        Deque<Connection> own = connections.get(connection.customer());
        if (own != null && own.remove(connection)) {
            connected--;
            if (own.isEmpty()) {
                connections.remove(connection.customer());
            }
        }
    }

    /** Says to every app that the gateway is there, ends what is no longer permitted, and forgets what has expired. */
    synchronized void beat() {
        long now = wall.millis();
        inbox.expire(now);
        for (String customer : List.copyOf(connections.keySet())) {
            forEach(customer, connection -> {
                if (connection.isPermitted(now)) {
                    send(connection, List.of(Piece.HEARTBEAT));
                } else {
                    end(connection, "token_expired");
                }
            });
        }
    }

    synchronized void endAll() {
        for (String customer : List.copyOf(connections.keySet())) {
            forEach(customer, connection -> end(connection, "closing"));
        }
    }

    /** It got through to an app. */
    void delivered(OpenMessage message) {
        if (message.wasDelivered().compareAndSet(false, true)) {
            counts.add(Count.DELIVERED);
            var posted = message.posted();
            events.take(new Delivered(
                            posted.customer(), posted.actionId(), posted.revision(), posted.expiresAt(), wall.millis()))
                    .exceptionally(failure -> {
                        counts.add(Count.UNTOLD);
                        message.wasDelivered().set(false);
                        return null;
                    });
        }
    }

    Counts counts() {
        return counts;
    }

    synchronized List<Gauge> gauges() {
        return List.of(
                new Gauge("connections", "Apps that read.", connected),
                new Gauge("customers", "Customers with messages.", inbox.customers()),
                new Gauge("messages", "Messages that are open.", inbox.messages()),
                new Gauge(
                        "customers_forgotten",
                        "Customers whose messages were forgotten because there were too many since the start.",
                        inbox.forgotten()));
    }

    private void forEach(String customer, Consumer<Connection> what) {
        Deque<Connection> own = connections.get(customer);
        if (own != null) {
            List.copyOf(own).forEach(what);
        }
    }

    private void send(Connection connection, List<? extends Piece> pieces) {
        if (!connection.send(pieces)) {
            counts.add(Count.ENDED, "slow");
            leave(connection);
        }
    }

    private void end(Connection connection, String reason) {
        counts.add(Count.ENDED, reason);
        leave(connection);
        connection.end();
    }
}
