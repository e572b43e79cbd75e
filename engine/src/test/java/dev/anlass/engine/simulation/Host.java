package dev.anlass.engine.simulation;

import dev.anlass.engine.decide.Stops;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Program;
import java.util.List;

/** What runs the engine for a simulation: keeps the customers, gives them what arrives and lets time pass. */
public interface Host {

    /** Makes the host of one world. */
    interface Factory {

        /** @param seed of whatever the host leaves to chance */
        Host host(Program program, long seed);
    }

    /**
     * An event, an unreadable consent record or a tick has arrived after time had passed so far; then time passes further.
     *
     * @param passed in milliseconds since 1970
     * @param passesTo in milliseconds since 1970, not before {@code passed}
     */
    List<Emission> arrive(Decoded decoded, long passed, long passesTo);

    /**
     * Something is stopped or started after time has passed so far; whatever is due by then has happened before.
     *
     * @param passed in milliseconds since 1970
     */
    List<Emission> stop(Stops stops, long passed);

    /** Time passes up to an instant, inclusive; whatever is due by then has happened afterwards. */
    List<Emission> passTo(long instant);

    /** What is kept of a customer who has just been erased, beside the tombstone and the objections. */
    List<String> leftOf(String customer);
}
