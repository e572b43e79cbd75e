package dev.anlass.jobs.push.gateway;

import dev.anlass.jobs.push.gateway.InAppNews.Erased;
import dev.anlass.jobs.push.gateway.InAppNews.Posted;
import dev.anlass.jobs.push.gateway.InAppNews.TakenBack;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The open messages of all customers, as the in-app topic says them. Of one thread at a time. */
final class Inbox {

    static final int MOST_CUSTOMERS = 200_000;
    static final long MOST_CHARACTERS = 256L * 1024 * 1024;

    /** Those go first of whom nothing was heard for the longest time. */
    private final Map<String, Mailbox> mailboxes = new LinkedHashMap<>();

    private final Limits limits;
    private long messages;
    private long characters;
    private long forgotten;

    /** How much is kept. */
    record Limits(int customers, long characters) {}

    Inbox() {
        this(new Limits(MOST_CUSTOMERS, MOST_CHARACTERS));
    }

    Inbox(Limits limits) {
        this.limits = limits;
    }

    /** What the customer's apps have to be told. */
    List<ServerEvent> take(InAppNews news, Position position, long now) {
        Mailbox mailbox = mailboxes.remove(news.customer());
        if (mailbox == null) {
            if (news instanceof Erased) {
                return List.of();
            }
            mailbox = new Mailbox(position);
        } else {
            leave(mailbox);
            mailbox.expire(now);
        }
        List<ServerEvent> told = told(mailbox, news, position, now);
        if (!(news instanceof Erased) && !mailbox.isEmpty()) {
            enter(news.customer(), mailbox);
            forgetBeyondLimits();
        }
        return told;
    }

    /**
     * What an app is told that comes to read.
     *
     * @param lastId of the last event that it got; null if it got none
     */
    List<ServerEvent> open(String customer, @Nullable String lastId, long now) {
        Mailbox mailbox = mailboxes.get(customer);
        if (mailbox != null) {
            leave(mailbox);
            mailbox.expire(now);
            count(mailbox);
        }
        if (lastId == null) {
            return mailbox == null ? List.of() : mailbox.all();
        }
        Optional<Position> last = Position.of(lastId);
        if (mailbox == null) {
            return List.of(ServerEvent.RESET);
        }
        return mailbox.since(last.orElse(new Position(-1, -1)));
    }

    /** Forgets what has expired. */
    void expire(long now) {
        Iterator<Mailbox> each = mailboxes.values().iterator();
        while (each.hasNext()) {
            Mailbox mailbox = each.next();
            leave(mailbox);
            mailbox.expire(now);
            if (mailbox.isEmpty()) {
                each.remove();
            } else {
                count(mailbox);
            }
        }
    }

    int customers() {
        return mailboxes.size();
    }

    long messages() {
        return messages;
    }

    /** How many customers were forgotten because there were too many. */
    long forgotten() {
        return forgotten;
    }

    private static List<ServerEvent> told(Mailbox mailbox, InAppNews news, Position position, long now) {
        if (news instanceof Posted posted) {
            return mailbox.post(posted, position, now);
        } else if (news instanceof TakenBack takenBack) {
            return mailbox.takeBack(takenBack, position);
        }
        return mailbox.clear(position);
    }

    private void forgetBeyondLimits() {
        while (mailboxes.size() > limits.customers() || characters > limits.characters()) {
            Iterator<Mailbox> oldest = mailboxes.values().iterator();
            leave(oldest.next());
            oldest.remove();
            forgotten++;
        }
    }

    private void enter(String customer, Mailbox mailbox) {
        mailboxes.put(customer, mailbox);
        count(mailbox);
    }

    private void count(Mailbox mailbox) {
        messages += mailbox.messages();
        characters += mailbox.characters();
    }

    private void leave(Mailbox mailbox) {
        messages -= mailbox.messages();
        characters -= mailbox.characters();
    }
}
