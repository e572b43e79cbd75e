package dev.anlass.engine.simulation;

import dev.anlass.engine.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What unreadable consent records block: of all that concern a purpose, the last says whether it is blocked. */
record Blocks(List<Mark> marks) {

    static final Blocks NONE = new Blocks(List.of());

    /** @param purpose null for every purpose */
    record Mark(boolean blocks, @Nullable String purpose) {}

    Blocks {
        marks = List.copyOf(marks);
    }

    /** After a consent record, readable or not. */
    Blocks after(Event record) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(new Mark(!isReadable(record), (String) record.fields().get("purpose")));
        return new Blocks(more);
    }

    boolean includes(String purpose) {
        boolean blocked = false;
        for (Mark mark : marks) {
            if (mark.purpose() == null || mark.purpose().equals(purpose)) {
                blocked = mark.blocks();
            }
        }
        return blocked;
    }

    static boolean isReadable(Event record) {
        return record.fields().containsKey("status");
    }
}
