package dev.anlass.jobs.push.gateway;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * An app that reads. No thread waits for it: it is written to when its network takes more, and is cut off when more than
 * {@link #MOST_WAITING} pieces wait for that.
 */
final class Connection implements WriteListener {

    static final int MOST_WAITING = 200;

    private final String customer;
    private final LongPredicate isPermitted;
    private final ServletOutputStream stream;
    private final Consumer<OpenMessage> delivered;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Queue<Piece> waiting = new ArrayDeque<>();

    /** Handed to the network, which has not said yet that it took them. */
    private final List<OpenMessage> underWay = new ArrayList<>();

    private boolean needsFlush;
    private boolean hasEnded;

    /**
     * A connection to which nothing was written.
     *
     * @param isPermitted whether it may still read at a time, in milliseconds since 1970
     * @param delivered hears which messages got through, from any thread
     */
    Connection(
            String customer, LongPredicate isPermitted, ServletOutputStream stream, Consumer<OpenMessage> delivered) {
        this.customer = customer;
        this.isPermitted = isPermitted;
        this.stream = stream;
        this.delivered = delivered;
    }

    String customer() {
        return customer;
    }

    boolean isPermitted(long now) {
        return isPermitted.test(now);
    }

    /** Completes when nothing more will be written. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Writes them as soon as the network takes them; false if too much waits already, and it was cut off. */
    boolean send(List<? extends Piece> pieces) {
        boolean isTooMuch;
        synchronized (this) {
            waiting.addAll(pieces);
            isTooMuch = waiting.size() > MOST_WAITING && !hasEnded;
        }
        onWritePossible();
        synchronized (this) {
            isTooMuch = isTooMuch && waiting.size() > MOST_WAITING;
        }
        if (isTooMuch) {
            end();
        }
        return !isTooMuch;
    }

    /** Writes nothing more. */
    void end() {
        synchronized (this) {
            hasEnded = true;
            waiting.clear();
        }
        ended.complete(null);
    }

    @Override
    public void onWritePossible() {
        List<OpenMessage> through = new ArrayList<>();
        boolean isBroken = false;
        synchronized (this) {
            try {
                write(through);
            } catch (IOException | IllegalStateException broken) {
                isBroken = true;
            }
        }
        through.forEach(delivered);
        if (isBroken) {
            end();
        }
    }

    @Override
    public void onError(Throwable broken) {
        end();
    }

    private void write(List<OpenMessage> through) throws IOException {
        while (!hasEnded && stream.isReady()) {
            if (!needsFlush) {
                through.addAll(underWay);
                underWay.clear();
            }
            Piece next = waiting.poll();
            if (next != null) {
                write(next);
            } else if (needsFlush) {
                needsFlush = false;
                stream.flush();
            } else {
                return;
            }
        }
    }

    private void write(Piece next) throws IOException {
        needsFlush = true;
        stream.write(next.bytes());
        if (next instanceof ServerEvent event && event.message() != null) {
            underWay.add(event.message());
        }
    }
}
