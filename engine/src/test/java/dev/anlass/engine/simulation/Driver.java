package dev.anlass.engine.simulation;

import dev.anlass.engine.decide.Brakes;
import dev.anlass.engine.decide.Stops;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Engine;
import dev.anlass.engine.step.Input;
import dev.anlass.engine.step.Program;
import dev.anlass.engine.step.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A runtime of the engine that is not to be relied on: it stores and restores customers when it likes, and wakes them
 * up late or for nothing.
 */
final class Driver implements Host {

    private Program program;
    private final Dice dice;
    private final Map<String, CustomerState> states = new TreeMap<>();
    private final Map<String, Long> dues = new TreeMap<>();
    private List<Emission> emissions = new ArrayList<>();

    Driver(Program program, Dice dice) {
        this.program = program;
        this.dice = dice;
    }

    @Override
    public List<Emission> arrive(Decoded decoded, long passed, long passesTo) {
        if (decoded instanceof Decoded.Accepted accepted) {
            step(accepted.event().customer(), new Input.Arrived(accepted.event(), passed));
        } else if (decoded instanceof Decoded.Rejected rejected && rejected.blocks() != null) {
            Decoded.Blocked blocks = rejected.blocks();
            step(blocks.customer(), new Input.Unreadable(blocks.customer(), blocks.purpose(), passed));
        }
        for (Map.Entry<String, Long> due : List.copyOf(dues.entrySet())) {
            boolean isDue = due.getValue() <= passesTo;
            if (isDue ? dice.chance(70) : dice.chance(5)) {
                step(due.getKey(), new Input.TimePassed(passesTo));
            }
        }
        return taken();
    }

    @Override
    public List<Emission> stop(Stops stops, long passed) {
        List<Emission> before = passTo(passed);
        program = program.under(Brakes.of(stops));
        return before;
    }

    @Override
    public List<Emission> passTo(long instant) {
        for (String customer : List.copyOf(states.keySet())) {
            while (dues.get(customer) <= instant) {
                step(customer, new Input.TimePassed(instant));
            }
        }
        return taken();
    }

    @Override
    public List<String> leftOf(String customer) {
        List<String> left = new ArrayList<>(Remnants.of(states.get(customer).stored()));
        if (dues.get(customer) != Long.MAX_VALUE) {
            left.add("a wake-up call");
        }
        return left;
    }

    private void step(String customer, Input input) {
        CustomerState before = states.getOrDefault(customer, CustomerState.fresh(customer));
        CustomerState given = dice.chance(20)
                ? CustomerState.restored(program, before.stored().of(customer))
                : before;
        StepResult result = Engine.step(program, given, input);
        result.effects().forEach(effect -> emissions.add(new Emission(customer, effect)));
        states.put(customer, result.state());
        dues.put(customer, result.nextDue());
    }

    private List<Emission> taken() {
        List<Emission> taken = emissions;
        emissions = new ArrayList<>();
        return taken;
    }
}
