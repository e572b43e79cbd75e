package dev.anlass.benchmarks.patterns;

import dev.anlass.engine.event.Event;
import dev.anlass.jobs.operator.Arrival;
import dev.anlass.jobs.operator.Arrival.OfEvent;
import java.io.Serializable;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** A pattern's condition on an event of a type, against the event that is bound to an earlier step. */
final class Against extends IterativeCondition<Arrival> {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final String step;
    private final Pair pair;

    /** What is asked of the bound event and the present one. */
    interface Pair extends Serializable {
        boolean holds(Event bound, Event event);
    }

    Against(String type, String step, Pair pair) {
        this.type = type;
        this.step = step;
        this.pair = pair;
    }

    /** On the type alone. */
    static SimpleCondition<Arrival> is(String type) {
        return SimpleCondition.of(arrival -> event(arrival).type().equals(type));
    }

    static Event event(Arrival arrival) {
        return ((OfEvent) arrival).event();
    }

    @Override
    public boolean filter(Arrival arrival, Context<Arrival> context) throws Exception {
        Event event = event(arrival);
        if (!event.type().equals(type)) {
            return false;
        }
        for (Arrival bound : context.getEventsForPattern(step)) {
            return pair.holds(event(bound), event);
        }
        return false;
    }
}
