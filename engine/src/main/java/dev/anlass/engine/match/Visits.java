package dev.anlass.engine.match;

import java.util.Arrays;
import java.util.List;

/** The triggers that one event is applied to, each once, in order of their names; and which of them it may start. */
final class Visits {

    private static final long[] NOTHING = {};
    private static final int FIRST_ROOM = 8;

    /** By the number of the trigger, then those first that the event may start. */
    private long[] visits = NOTHING;

    private int size;

    /** Those that it may start. */
    void start(List<TriggerPlan> plans) {
        for (int i = 0; i < plans.size(); i++) {
            add((long) plans.get(i).number() << 1);
        }
    }

    /** One of which something is open. */
    void goOn(TriggerPlan plan) {
        add((long) plan.number() << 1 | 1);
    }

    private void add(long visit) {
        if (size == visits.length) {
            visits = Arrays.copyOf(visits, Math.max(FIRST_ROOM, size * 2));
        }
        visits[size++] = visit;
    }

    /** After it {@link #size}, {@link #number} and {@link #mayStart} give each trigger once, in order. */
    void sort() {
        if (size > 1) {
            Arrays.sort(visits, 0, size);
            int different = 1;
            for (int i = 1; i < size; i++) {
                if (visits[i] >> 1 != visits[different - 1] >> 1) {
                    visits[different++] = visits[i];
                }
            }
            size = different;
        }
    }

    int size() {
        return size;
    }

    /** The number of the trigger in its program. */
    int number(int place) {
        return (int) (visits[place] >> 1);
    }

    boolean mayStart(int place) {
        return (visits[place] & 1) == 0;
    }
}
