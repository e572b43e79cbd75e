package dev.anlass.engine.step;

import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.Remembered;

/** A remembered event and what was reached right after it. */
record Applied(Remembered remembered, Reached after) {

    OrderKey place() {
        return remembered.place();
    }
}
