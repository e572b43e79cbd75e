package dev.anlass.engine.explain;

import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.step.Observer;
import java.util.List;

/** What is told of one place among the inputs of a customer. */
public record Chapter(OrderKey place, List<Told> told) {

    public Chapter {
        told = List.copyOf(told);
    }

    /** In milliseconds since 1970. */
    public long time() {
        return place.time();
    }

    boolean saysMoreThanThatAnEventCame() {
        return told.stream()
                .anyMatch(each -> !(each instanceof Told.Received received)
                        || received.reception() != Observer.Reception.APPLIED);
    }
}
