package dev.anlass.jobs.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The wish to end early, which Ctrl-C is.
 *
 * <p>The process lives on until what was begun has been cleaned up, or until patience is over.
 */
public final class Stop implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::endOfProcess, "stop");

    /** Is requested by Ctrl-C and by any other polite end of the process. */
    public static Stop onCtrlC() {
        Stop stop = new Stop();
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /** Is requested by nobody but its owner. */
    public static Stop never() {
        return new Stop();
    }

    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    void failIfRequested() throws InterruptedException {
        if (isRequested()) {
            throw new InterruptedException("stopped");
        }
    }

    /** Returns when somebody wants to end. */
    public void await() throws InterruptedException {
        requested.await();
    }

    /** Says that everything has been cleaned up. */
    @Override
    public void close() {
        closed.countDown();
        if (!isRequested()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    /** The same, or when so much time has gone by. */
    public boolean await(Duration time) throws InterruptedException {
        return requested.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void endOfProcess() {
        requested.countDown();
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("not everything could be cleaned up in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
