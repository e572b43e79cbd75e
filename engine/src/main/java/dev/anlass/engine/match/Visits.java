package dev.anlass.engine.match;

import java.util.Arrays;
import java.util.List;

/** The triggers that one event is applied to, each once, in order of their names. */
final class Visits {

    private static final int FIRST_ROOM = 8;

    private TriggerPlan[] plans = new TriggerPlan[FIRST_ROOM];
    private int size;

    void add(TriggerPlan plan) {
        if (size == plans.length) {
            plans = Arrays.copyOf(plans, size * 2);
        }
        plans[size++] = plan;
    }

    void addAll(List<TriggerPlan> more) {
        for (int i = 0; i < more.size(); i++) {
            add(more.get(i));
        }
    }

    /** After it {@link #size} and {@link #get} give each trigger once, in order. */
    void sort() {
        if (size > 1) {
            Arrays.sort(plans, 0, size, TriggerPlan.BY_NAME);
            int different = 1;
            for (int i = 1; i < size; i++) {
                if (plans[i] != plans[different - 1]) {
                    plans[different++] = plans[i];
                }
            }
            size = different;
        }
    }

    int size() {
        return size;
    }

    TriggerPlan get(int place) {
        return plans[place];
    }
}
