package dev.anlass.jobs.cli;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.Rejection;
import dev.anlass.engine.explain.Story;
import dev.anlass.engine.explain.StoryTeller;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.connector.RecordSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One customer among the records of many, stepped by the engine; the others let time pass.
 *
 * <p>It ends with the first record after which time has passed a given instant, or the customer's first event after it.
 */
final class OneCustomer {

    private final String customer;
    private final long until;
    private final long graceMillis;
    private final Program program;
    private final Population population;
    private final StoryTeller teller = new StoryTeller();
    private boolean isKnown;
    private long passed = Long.MIN_VALUE;

    /** @param at how far to go; null for as far as the records do */
    OneCustomer(Program program, String customer, long graceMillis, @Nullable Instant at) {
        this.program = program;
        this.customer = customer;
        this.graceMillis = graceMillis;
        this.until = at == null ? Long.MAX_VALUE : at.toEpochMilli();
        this.population = Population.following(program, graceMillis, customer, teller);
    }

    /**
     * Takes one record.
     *
     * @param subject whom it is about; null if that cannot be read
     * @return false if what is asked for is over: the record is not taken
     */
    boolean take(Decoded decoded, @Nullable String subject, RecordSource source) {
        if (isOver(decoded)) {
            return false;
        }
        population.accept(decoded);
        if (customer.equals(subject)) {
            hear(decoded, source.inWords());
        }
        return true;
    }

    private void hear(Decoded own, String where) {
        if (own instanceof Decoded.Accepted) {
            isKnown = true;
        } else if (own instanceof Decoded.Rejected rejected) {
            boolean isConsent = rejected.blocks() != null;
            isKnown |= isConsent;
            notAccepted(rejected.rejection(), where, isConsent);
        } else if (own instanceof Decoded.UnknownType unknown) {
            notAccepted(new Rejection("unknown_type", unknown.type() + " is declared nowhere", null), where, false);
        }
    }

    /** Lets time pass without a record. */
    void passTo(long instant) {
        passed = Math.max(passed, Math.min(instant, until));
        population.passTo(passed);
    }

    private boolean isOver(Decoded decoded) {
        if (decoded instanceof Decoded.Tick tick) {
            return tick.time() - graceMillis > until;
        }
        if (decoded instanceof Decoded.Accepted accepted) {
            Event event = accepted.event();
            boolean isOwn = event.customer().equals(customer);
            return isOwn ? event.time() > until : event.time() - graceMillis > until;
        }
        return false;
    }

    private void notAccepted(Rejection rejection, String where, boolean isConsent) {
        teller.notAccepted(rejection, where, isConsent, newest());
    }

    /** As long as nothing was accepted, time has not begun. */
    private long newest() {
        return Math.max(population.newestAccepted(), 0);
    }

    /** Whether an event of the customer was accepted, or a consent record that cannot be read blocks. */
    boolean isKnown() {
        return isKnown;
    }

    CustomerState state() {
        CustomerState state = population.state(customer);
        return state == null ? CustomerState.fresh(customer) : state;
    }

    /** How far the story goes: as far as was asked for, or as time has passed, or to the newest event. */
    long end() {
        if (until != Long.MAX_VALUE) {
            return until;
        }
        return passed == Long.MIN_VALUE ? newest() : passed;
    }

    Program program() {
        return program;
    }

    /** What happened, after time has passed to the end. */
    Story story() {
        population.passTo(end());
        return teller.story(program, state(), end());
    }
}
