package dev.anlass.jobs.advisor.store;

import java.sql.SQLException;
import java.util.Set;

/** The database did not do what it was asked to. Its message has nothing of what was to be stored. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Classes of SQLSTATE for what would fail again: bad data, a broken constraint, something too large. */
    private static final Set<String> OF_CONTENT = Set.of("22", "23", "54");

    /** Classes for what another attempt can mend: a lost connection, a deadlock, a server that stops. */
    private static final Set<String> OF_THE_MOMENT = Set.of("08", "40", "57");

    private static final int CLASS_LENGTH = 2;

    private final String state;

    StoreFailure(SQLException cause) {
        super(message(cause), ofContent(cause) ? null : cause);
        this.state = state(cause);
    }

    /** Whether the same content would be refused again. */
    public boolean isOfContent() {
        return OF_CONTENT.contains(state);
    }

    boolean isOfTheMoment() {
        return OF_THE_MOMENT.contains(state);
    }

    private static String message(SQLException cause) {
        return ofContent(cause)
                ? "the database refuses the content (SQLSTATE " + cause.getSQLState() + ")"
                : "the database does not answer as it should: " + cause.getMessage();
    }

    private static boolean ofContent(SQLException cause) {
        return OF_CONTENT.contains(state(cause));
    }

    private static String state(SQLException cause) {
        String state = cause.getSQLState();
        return state == null || state.length() < CLASS_LENGTH ? "" : state.substring(0, CLASS_LENGTH);
    }
}
