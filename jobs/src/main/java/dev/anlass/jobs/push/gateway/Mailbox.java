package dev.anlass.jobs.push.gateway;

import dev.anlass.jobs.push.gateway.InAppNews.Posted;
import dev.anlass.jobs.push.gateway.InAppNews.TakenBack;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one customer that are open, and which were closed, as far as that is known.
 *
 * <p>What is said twice changes nothing: a revision counts once, and none comes back that was closed.
 */
final class Mailbox {

    static final int MOST_MESSAGES = 50;
    static final int MOST_CLOSED = 100;

    /** A message is open for no longer, in milliseconds: further back the topic is not read. */
    static final long LONGEST_OPEN_MILLIS = 7 * 86_400_000L;

    private final Map<String, OpenMessage> open = new LinkedHashMap<>();
    private final Map<String, Closed> closed = new LinkedHashMap<>();
    private final int partition;
    private long knownFrom;
    private long characters;

    /**
     * An action that is not shown any more, remembered for apps that still do.
     *
     * @param until milliseconds since 1970
     */
    private record Closed(long revision, long offset, long until, ServerEvent event) {}

    /** A mailbox of which nothing is known from before its first record. */
    Mailbox(Position first) {
        this.partition = first.partition();
        this.knownFrom = first.offset();
    }

    /** What apps have to be told when this is posted. */
    List<ServerEvent> post(Posted posted, Position position, long now) {
        if (isOld(posted.actionId(), posted.revision())) {
            return List.of();
        }
        long openUntil = Math.min(posted.expiresAt(), posted.time() + LONGEST_OPEN_MILLIS);
        if (openUntil <= now) {
            return close(posted.actionId(), posted.revision(), position.offset(), position);
        }
        closeCollapsed(posted, position);
        closed.remove(posted.actionId());
        OpenMessage message = new OpenMessage(posted, position, openUntil);
        remove(posted.actionId());
        open.put(posted.actionId(), message);
        characters += message.characters();
        List<ServerEvent> told = new ArrayList<>(closeOldest(position));
        told.add(ServerEvent.message(message));
        return told;
    }

    /** What apps have to be told when this is taken back. */
    List<ServerEvent> takeBack(TakenBack takenBack, Position position) {
        OpenMessage message = open.get(takenBack.actionId());
        if (message != null) {
            return takenBack.revision() < message.posted().revision()
                    ? List.of()
                    : close(takenBack.actionId(), takenBack.revision(), position.offset(), position);
        }
        if (!isOld(takenBack.actionId(), takenBack.revision())) {
            ServerEvent event = ServerEvent.takenBack(takenBack.actionId(), position);
            long until = takenBack.time() + LONGEST_OPEN_MILLIS;
            remember(takenBack.actionId(), new Closed(takenBack.revision(), position.offset(), until, event));
        }
        return List.of();
    }

    /** What apps have to be told when the customer was erased. */
    List<ServerEvent> clear(Position position) {
        List<ServerEvent> told = new ArrayList<>();
        for (OpenMessage message : List.copyOf(open.values())) {
            told.addAll(close(message.posted().actionId(), message.posted().revision(), position.offset(), null));
        }
        return told;
    }

    /** What an app has to be told that knows everything up to a position; all that is open if that is too long ago. */
    List<ServerEvent> since(Position last) {
        List<ServerEvent> told = new ArrayList<>();
        if (last.partition() != partition || last.offset() < knownFrom) {
            told.add(ServerEvent.RESET);
            told.addAll(all());
            return told;
        }
        // In the order of the topic: an app that is cut off in between goes on from the last id that it got.
        TreeMap<Long, List<ServerEvent>> byOffset = new TreeMap<>();
        closed.values().forEach(each -> at(byOffset, each.offset()).add(each.event()));
        open.values().forEach(each -> at(byOffset, each.position().offset()).add(ServerEvent.message(each)));
        byOffset.tailMap(last.offset(), false).values().forEach(told::addAll);
        return told;
    }

    /** All that is open. */
    List<ServerEvent> all() {
        return open.values().stream().map(ServerEvent::message).toList();
    }

    /** Forgets what has expired; apps know by themselves when that is. */
    void expire(long now) {
        for (OpenMessage message : List.copyOf(open.values())) {
            if (message.openUntil() <= now) {
                remove(message.posted().actionId());
            }
        }
        Iterator<Closed> each = closed.values().iterator();
        while (each.hasNext()) {
            Closed one = each.next();
            if (one.until() <= now) {
                each.remove();
                knownFrom = Math.max(knownFrom, one.offset());
            }
        }
    }

    boolean isEmpty() {
        return open.isEmpty() && closed.isEmpty();
    }

    int messages() {
        return open.size();
    }

    /** How many characters the open messages have. */
    long characters() {
        return characters;
    }

    private boolean isOld(String actionId, long revision) {
        OpenMessage message = open.get(actionId);
        Closed before = closed.get(actionId);
        return (message != null && revision <= message.posted().revision())
                || (before != null && revision <= before.revision());
    }

    /** Open apps see by the key of the new message that it takes the place of these. */
    private void closeCollapsed(Posted posted, Position position) {
        for (OpenMessage each : List.copyOf(open.values())) {
            boolean isSameAction = each.posted().actionId().equals(posted.actionId());
            if (!isSameAction && each.posted().collapseKey().equals(posted.collapseKey())) {
                close(each.posted().actionId(), each.posted().revision(), position.offset(), null);
            }
        }
    }

    private List<ServerEvent> closeOldest(Position position) {
        if (open.size() <= MOST_MESSAGES) {
            return List.of();
        }
        Posted oldest = open.values().iterator().next().posted();
        return close(oldest.actionId(), oldest.revision(), position.offset(), null);
    }

    private List<ServerEvent> close(String actionId, long revision, long offset, @Nullable Position id) {
        OpenMessage message = remove(actionId);
        if (message == null) {
            return List.of();
        }
        ServerEvent event = ServerEvent.takenBack(actionId, id);
        remember(actionId, new Closed(revision, offset, message.openUntil(), event));
        return List.of(event);
    }

    private void remember(String actionId, Closed one) {
        closed.remove(actionId);
        closed.put(actionId, one);
        if (closed.size() > MOST_CLOSED) {
            Iterator<Closed> oldest = closed.values().iterator();
            knownFrom = Math.max(knownFrom, oldest.next().offset());
            oldest.remove();
        }
    }

    private @Nullable OpenMessage remove(String actionId) {
        OpenMessage message = open.remove(actionId);
        if (message != null) {
            characters -= message.characters();
        }
        return message;
    }

    private static List<ServerEvent> at(Map<Long, List<ServerEvent>> byOffset, long offset) {
        return byOffset.computeIfAbsent(offset, unknown -> new ArrayList<>());
    }
}
