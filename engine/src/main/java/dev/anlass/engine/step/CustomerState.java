package dev.anlass.engine.step;

import dev.anlass.engine.decide.ContactHistory;
import dev.anlass.engine.decide.Verdict;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.Facts;
import dev.anlass.engine.match.Remembered;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that the engine remembers of one customer. Immutable. */
public final class CustomerState {

    /**
     * The same as plain data, to be stored.
     *
     * @param customer empty if the customer is erased and has not come back
     * @param settled the facts that no accepted event can change any more
     * @param settledPlace the place of the last event in them
     * @param recent the remembered events since then, in order of their places
     * @param dueThrough what was due up to this instant has happened
     * @param clock the customer's clock in milliseconds since 1970
     * @param verdicts what was decided and can still be corrected
     * @param minute the minute of event time in which events are counted
     * @param eventsInMinute how many events were counted in it
     */
    public record Stored(
            String customer,
            Facts settled,
            OrderKey settledPlace,
            List<Remembered> recent,
            long dueThrough,
            long clock,
            List<Verdict> verdicts,
            ContactHistory contacts,
            long minute,
            int eventsInMinute,
            @Nullable Tombstone tombstone) {

        public Stored {
            recent = List.copyOf(recent);
            verdicts = List.copyOf(verdicts);
        }

        /** The same, of the customer whose it is. */
        public Stored of(String owner) {
            return new Stored(
                    owner,
                    settled,
                    settledPlace,
                    recent,
                    dueThrough,
                    clock,
                    verdicts,
                    contacts,
                    minute,
                    eventsInMinute,
                    tombstone);
        }
    }

    private final String customer;
    private final Trail trail;
    private final long clock;
    private final List<Verdict> verdicts;
    private final ContactHistory contacts;
    private final long minute;
    private final int eventsInMinute;
    private final @Nullable Tombstone tombstone;

    CustomerState(
            String customer,
            Trail trail,
            long clock,
            List<Verdict> verdicts,
            ContactHistory contacts,
            long minute,
            int eventsInMinute,
            @Nullable Tombstone tombstone) {
        this.customer = customer;
        this.trail = trail;
        this.clock = clock;
        this.verdicts = List.copyOf(verdicts);
        this.contacts = contacts;
        this.minute = minute;
        this.eventsInMinute = eventsInMinute;
        this.tombstone = tombstone;
    }

    /** Of a customer of whom nothing is known. */
    public static CustomerState fresh(String customer) {
        return new CustomerState(
                customer, Trail.EMPTY, Long.MIN_VALUE, List.of(), ContactHistory.NONE, Long.MIN_VALUE, 0, null);
    }

    /** Read from storage. */
    public static CustomerState restored(Program program, Stored stored) {
        Trail trail = Trail.rebuilt(
                program.timetable(),
                stored.customer(),
                stored.settled(),
                stored.settledPlace(),
                stored.recent(),
                stored.dueThrough());
        return new CustomerState(
                stored.customer(),
                trail,
                stored.clock(),
                stored.verdicts(),
                stored.contacts(),
                stored.minute(),
                stored.eventsInMinute(),
                stored.tombstone());
    }

    public Stored stored() {
        return new Stored(
                isErased() ? "" : customer,
                trail.settledReaching(),
                trail.settledPlace(),
                remembered(),
                trail.passedThrough(),
                clock,
                verdicts,
                contacts,
                minute,
                eventsInMinute,
                tombstone);
    }

    private List<Remembered> remembered() {
        List<Remembered> all = new ArrayList<>();
        for (int i = 0; i < trail.recent().size(); i++) {
            all.add(trail.recent().get(i));
        }
        return all;
    }

    public String customer() {
        return customer;
    }

    /** Whether nothing at all is remembered. */
    public boolean isFresh() {
        return clock == Long.MIN_VALUE
                && tombstone == null
                && contacts.contacts().isEmpty()
                && trail.isEmpty();
    }

    /** The facts after everything so far. */
    public Facts facts() {
        return trail.head();
    }

    /** In milliseconds since 1970; {@code Long.MIN_VALUE} if nothing has happened yet. */
    public long clock() {
        return clock;
    }

    public List<Verdict> verdicts() {
        return verdicts;
    }

    public ContactHistory contacts() {
        return contacts;
    }

    /** Whether nothing is left but the tombstone: the customer was erased and has not come back. */
    public boolean isErased() {
        return tombstone != null && clock == Long.MIN_VALUE && minute == Long.MIN_VALUE && trail.isUntouched();
    }

    Trail trail() {
        return trail;
    }

    long minute() {
        return minute;
    }

    int eventsInMinute() {
        return eventsInMinute;
    }

    @Nullable
    Tombstone tombstone() {
        return tombstone;
    }
}
