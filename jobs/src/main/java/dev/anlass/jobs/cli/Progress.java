package dev.anlass.jobs.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** A line on the terminal that says how far a long run has come; in a pipe nothing is said. */
final class Progress {

    private static final long MILLIS_BETWEEN = 200;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final @Nullable PrintWriter terminal;
    private long lastSaid;

    private Progress(@Nullable PrintWriter terminal) {
        this.terminal = terminal;
    }

    /** Says it to the writer if a person is looking. */
    static Progress to(PrintWriter writer) {
        return new Progress(Ansi.AUTO.enabled() ? writer : null);
    }

    /** Says nothing. */
    static Progress none() {
        return new Progress(null);
    }

    /** Says the state of things, if the last time was long enough ago. */
    void say(Supplier<String> state) {
        if (terminal == null) {
            return;
        }
        long now = System.nanoTime() / 1_000_000;
        if (now - lastSaid >= MILLIS_BETWEEN) {
            lastSaid = now;
            terminal.print(CLEAR_LINE + state.get());
            terminal.flush();
        }
    }

    /** Leaves an empty line for what comes next. */
    void end() {
        if (terminal != null) {
            terminal.print(CLEAR_LINE);
            terminal.flush();
        }
    }
}
