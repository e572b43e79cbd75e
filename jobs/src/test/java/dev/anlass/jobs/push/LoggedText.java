package dev.anlass.jobs.push;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Keeps all that is logged while it is open, with what exceptions say. */
public final class LoggedText extends AbstractAppender implements AutoCloseable {

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final LoggerConfig root =
            LoggerContext.getContext(false).getConfiguration().getRootLogger();
    private final Level before = root.getLevel();

    public LoggedText(Level level) {
        super("logged text", null, null, true, Property.EMPTY_ARRAY);
        start();
        root.addAppender(this, level, null);
        root.setLevel(level);
        LoggerContext.getContext(false).updateLoggers();
    }

    @Override
    public void append(LogEvent event) {
        said.add(event.getMessage().getFormattedMessage());
        for (Throwable cause = event.getThrown(); cause != null; cause = cause.getCause()) {
            said.add(cause.toString());
        }
    }

    public List<String> said() {
        return List.copyOf(said);
    }

    @Override
    public void close() {
        root.removeAppender(getName());
        root.setLevel(before);
        LoggerContext.getContext(false).updateLoggers();
        stop();
    }
}
