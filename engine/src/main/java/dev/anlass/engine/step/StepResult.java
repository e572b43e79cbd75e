package dev.anlass.engine.step;

import java.util.List;

/**
 * What a step comes to.
 *
 * @param state the customer's state afterwards; the very object that was given if nothing changed
 * @param effects in the order in which they are to happen
 * @param nextDue when time has to be passed on to this customer at the latest, in milliseconds since 1970;
 *     {@code Long.MAX_VALUE} if nothing is due
 */
public record StepResult(CustomerState state, List<Effect> effects, long nextDue) {

    public StepResult {
        effects = List.copyOf(effects);
    }
}
