package dev.anlass.engine.event;

import org.jspecify.annotations.Nullable;

/** The data of one event while it is read: the values kept so far and the first thing that was wrong. */
final class Data {

    private final TypeReader type;
    private @Nullable Object[] values;
    private @Nullable Rejection problem;

    Data(TypeReader type, @Nullable Object[] values) {
        this.type = type;
        this.values = values;
    }

    /** As which type it was read. */
    TypeReader type() {
        return type;
    }

    @Nullable
    Object[] values() {
        return values;
    }

    void keep(@Nullable Object[] read) {
        values = read;
    }

    /** What was wrong first; null if nothing was. */
    @Nullable
    Rejection problem() {
        return problem;
    }

    void reject(Rejection found) {
        if (problem == null) {
            problem = found;
        }
    }
}
