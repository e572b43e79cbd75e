package dev.anlass.engine.step;

import dev.anlass.engine.decide.Brakes;
import dev.anlass.engine.decide.Verdict.Standing;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * All customers in memory: the engine without a runtime, for replays, scenarios and tests.
 *
 * <p>Records are accepted in the order of their arrival. Time passes by the newest accepted event, less the grace.
 */
public final class Population {

    private final long graceMillis;
    private final @Nullable String only;
    private final Observer observer;
    private final Map<String, Member> members = new HashMap<>();
    private final PriorityQueue<Wake> wakes = new PriorityQueue<>(Comparator.comparingLong(Wake::due));
    private Program program;
    private long newest = Long.MIN_VALUE;
    private long passed = Long.MIN_VALUE;
    private List<Emission> emissions = new ArrayList<>();

    private record Member(CustomerState state, long nextDue) {}

    private record Wake(long due, String customer) {}

    public Population(Program program, long graceMillis) {
        this(program, graceMillis, null, Observer.NOBODY);
    }

    private Population(Program program, long graceMillis, @Nullable String only, Observer observer) {
        this.program = program;
        this.graceMillis = graceMillis;
        this.only = only;
        this.observer = observer;
    }

    /**
     * Of all customers only one is followed; the others do no more than let time pass.
     *
     * @param observer is told how the customer's steps come to what they do
     */
    public static Population following(Program program, long graceMillis, String customer, Observer observer) {
        return new Population(program, graceMillis, customer, observer);
    }

    /** Steps with these brakes from now on. */
    public void under(Brakes brakes) {
        program = program.under(brakes);
    }

    /** Steps with the same rules under other settings from now on. */
    public void under(Program other) {
        program = other;
    }

    /** Takes one record, and lets time pass for everybody as far as it says. */
    public List<Emission> accept(Decoded decoded) {
        if (decoded instanceof Decoded.Accepted accepted) {
            arrive(accepted);
        } else if (decoded instanceof Decoded.Tick tick) {
            newest = Math.max(newest, tick.time());
        } else if (decoded instanceof Decoded.Rejected rejected && rejected.blocks() != null) {
            Decoded.Blocked blocks = rejected.blocks();
            step(blocks.customer(), new Input.Unreadable(blocks.customer(), blocks.purpose(), passed));
        }
        if (newest != Long.MIN_VALUE) {
            pass(newest - graceMillis);
        }
        return taken();
    }

    /** Lets time pass for everybody up to an instant, inclusive. */
    public List<Emission> passTo(long instant) {
        pass(instant);
        return taken();
    }

    /** Lets time pass until every wait and held candidate has come due; schedules stop at the newest event. */
    public List<Emission> passUntilDone() {
        program = program.under(program.settings().withSchedulesThrough(newest));
        while (!wakes.isEmpty()) {
            pass(wakes.peek().due());
        }
        return taken();
    }

    /** Time of the newest accepted event or tick, in milliseconds since 1970; {@code Long.MIN_VALUE} before the first. */
    public long newestAccepted() {
        return newest;
    }

    /** How many customers something is remembered of. */
    public int size() {
        return members.size();
    }

    /** How many candidates are held. */
    public int held() {
        return (int) members.values().stream()
                .flatMap(member -> member.state().verdicts().stream())
                .filter(verdict -> verdict.standing() == Standing.HELD)
                .count();
    }

    public @Nullable CustomerState state(String customer) {
        Member member = members.get(customer);
        return member == null ? null : member.state();
    }

    private void arrive(Decoded.Accepted accepted) {
        Event event = accepted.event();
        if (accepted.clockAhead()) {
            emit(event.customer(), new Effect.Count(Effect.Counter.CLOCK_AHEAD, List.of(), 1));
        }
        int before = emissions.size();
        step(event.customer(), new Input.Arrived(event, passed));
        boolean rejected = false;
        for (int i = before; i < emissions.size(); i++) {
            rejected |= emissions.get(i).effect() instanceof Effect.Reject;
        }
        if (!rejected) {
            newest = Math.max(newest, event.time());
        }
    }

    private void pass(long instant) {
        passed = Math.max(passed, instant);
        while (!wakes.isEmpty() && wakes.peek().due() <= passed) {
            Wake wake = wakes.remove();
            Member member = members.get(wake.customer());
            if (member != null && member.nextDue() == wake.due()) {
                step(wake.customer(), new Input.TimePassed(passed));
            }
        }
    }

    private void step(String customer, Input input) {
        if (only != null && !only.equals(customer)) {
            return;
        }
        Member member = members.get(customer);
        CustomerState before = member == null ? CustomerState.fresh(customer) : member.state();
        StepResult result = Engine.step(program, before, input, observer);
        result.effects().forEach(effect -> emit(customer, effect));
        if (result.state() == before && (member == null || member.nextDue() == result.nextDue())) {
            return;
        }
        members.put(customer, new Member(result.state(), result.nextDue()));
        if (result.nextDue() != Long.MAX_VALUE && (member == null || member.nextDue() != result.nextDue())) {
            wakes.add(new Wake(result.nextDue(), customer));
        }
    }

    private void emit(String customer, Effect effect) {
        emissions.add(new Emission(customer, effect));
    }

    private List<Emission> taken() {
        List<Emission> taken = emissions;
        emissions = taken.isEmpty() ? taken : new ArrayList<>();
        return taken.isEmpty() ? List.of() : taken;
    }
}
