package dev.anlass.jobs.demo;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of a demo: lines that stay, and on a terminal one line below them that says how far it has come.
 *
 * <p>Several threads say something.
 */
public final class Screen {

    private static final long MILLIS_BETWEEN = 200;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter lines;
    private final @Nullable PrintWriter terminal;
    private String status = "";
    private long lastSaid;

    /** @param terminal where the status goes; null if nobody is looking */
    public Screen(PrintWriter lines, @Nullable PrintWriter terminal) {
        this.lines = lines;
        this.terminal = terminal;
    }

    synchronized void line(String line) {
        show("");
        lines.println(line);
        lines.flush();
        show(status);
    }

    /** Says the state of things, if the last time was long enough ago. */
    synchronized void status(Supplier<String> state) {
        long now = System.nanoTime() / 1_000_000;
        if (terminal != null && now - lastSaid >= MILLIS_BETWEEN) {
            lastSaid = now;
            status = state.get();
            show(status);
        }
    }

    synchronized void endOfStatus() {
        status = "";
        show(status);
    }

    private void show(String text) {
        if (terminal != null) {
            terminal.print(CLEAR_LINE + text);
            terminal.flush();
        }
    }
}
