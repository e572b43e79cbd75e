package dev.anlass.engine.scenario;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.step.Program;
import java.util.List;

/**
 * What is played on a stage.
 *
 * @param arrivals records in the order of their arrival; time passes by them
 * @param until how far time passes at least after the last of them, in milliseconds since 1970; then on until every
 *     dwell, wait and held candidate is done
 */
public record Script(Program program, List<Decoded> arrivals, long until) {

    public Script {
        arrivals = List.copyOf(arrivals);
    }
}
