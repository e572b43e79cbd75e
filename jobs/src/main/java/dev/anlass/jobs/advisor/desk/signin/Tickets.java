package dev.anlass.jobs.advisor.desk.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to whom, kept in memory under numbers that nobody can guess.
 *
 * <p>A ticket ends when it was not used for a while, or when it is old; when there are too many, the one goes that was
 * not used for longest.
 */
public final class Tickets<T> {

    private static final int NUMBER_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock wall;
    private final Limits limits;
    private final Map<String, Ticket<T>> tickets = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * When tickets end.
     *
     * @param idle after the last use
     * @param longest after they were issued
     * @param most how many there are at a time
     */
    public record Limits(Duration idle, Duration longest, int most) {}

    private record Ticket<T>(T value, long issuedAt, long usedAt) {}

    public Tickets(Clock wall, Limits limits) {
        this.wall = wall;
        this.limits = limits;
    }

    /** Text of 256 random bits. */
    public static String number() {
        byte[] bytes = new byte[NUMBER_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The number of a new ticket. */
    public synchronized String issue(T value) {
        String number = number();
        long now = wall.millis();
        tickets.put(number, new Ticket<>(value, now, now));
        if (tickets.size() > limits.most()) {
            tickets.remove(tickets.keySet().iterator().next());
        }
        return number;
    }

    /** What belongs to a number; using it lets the ticket live on. */
    public synchronized Optional<T> find(@Nullable String number) {
        Ticket<T> ticket = number == null ? null : tickets.get(number);
        if (number == null || ticket == null) {
            return Optional.empty();
        }
        long now = wall.millis();
        if (now - ticket.usedAt() >= limits.idle().toMillis()
                || now - ticket.issuedAt() >= limits.longest().toMillis()) {
            tickets.remove(number);
            return Optional.empty();
        }
        tickets.put(number, new Ticket<>(ticket.value(), ticket.issuedAt(), now));
        return Optional.of(ticket.value());
    }

    /** Ends a ticket and hands out what belonged to it. */
    public synchronized Optional<T> take(@Nullable String number) {
        Optional<T> value = find(number);
        tickets.remove(number);
        return value;
    }
}
