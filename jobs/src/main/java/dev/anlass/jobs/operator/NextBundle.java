package dev.anlass.jobs.operator;

import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Engine;
import dev.anlass.engine.step.Input;
import dev.anlass.engine.step.Program;
import dev.anlass.engine.step.StepResult;
import dev.anlass.jobs.state.StoredCustomer;

/**
 * When customers who were stored before a bundle was known are to be woken.
 *
 * <p>The engine is asked what would happen if time passed to the switch and nothing arrived. If something does arrive, it says by itself when it wants to be woken.
 */
final class NextBundle {

    private final Program program;
    private final long switchesAt;

    NextBundle(Program program, long switchesAt) {
        this.program = program;
        this.switchesAt = switchesAt;
    }

    /** When the customer is to be woken, knowing of the bundle; in milliseconds since 1970. */
    long nextDue(StoredCustomer stored) {
        if (stored.nextDue() <= switchesAt) {
            return stored.nextDue();
        }
        CustomerState state = CustomerState.restored(program, LongIdle.takenOver(program, stored.state()));
        StepResult atSwitch = Engine.step(program, state, new Input.TimePassed(switchesAt));
        return atSwitch.effects().isEmpty() ? Math.min(stored.nextDue(), atSwitch.nextDue()) : switchesAt;
    }
}
