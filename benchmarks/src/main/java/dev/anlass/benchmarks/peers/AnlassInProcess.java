package dev.anlass.benchmarks.peers;

import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.decide.Evidence;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Engine;
import dev.anlass.engine.step.Input;
import dev.anlass.engine.step.Program;
import dev.anlass.engine.step.StepResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engine without Flink: customers in a map, step by step. As in the job, what no rule reads is not brought to a customer. */
public final class AnlassInProcess implements EngineInProcess {

    private final Program program;
    private final List<Event> events = new ArrayList<>();
    private Map<String, CustomerState> customers = new HashMap<>();
    private Tally tally = new Tally();

    public AnlassInProcess(List<VisitRule> rules, List<ShopEvent> events) {
        this.program = VisitRuleFiles.program(rules);
        events.forEach(event -> this.events.add(decoded(event)));
    }

    private Event decoded(ShopEvent event) {
        Decoded decoded = program.decoder().decode(event.json().getBytes(StandardCharsets.UTF_8), null);
        if (decoded instanceof Decoded.Accepted accepted) {
            return shared(accepted.event(), event);
        }
        throw new IllegalStateException("not accepted: " + decoded);
    }

    /** With the same texts for all events of a customer, a category or an item, as the other engines get them. */
    private static Event shared(Event event, ShopEvent from) {
        Map<String, Object> fields = new HashMap<>(event.fields());
        fields.replace("item", from.item());
        fields.replace("category", from.category());
        return new Event(from.customer(), event.key(), event.type(), Fields.of(fields));
    }

    @Override
    public String name() {
        return "Anlass";
    }

    @Override
    public void begin() {
        end();
        tally = new Tally();
    }

    @Override
    public void run() {
        for (Event event : events) {
            if (program.timetable().at(event.time()).reads(event.type())) {
                customers.compute(event.customer(), (customer, known) -> after(event, customer, known));
            }
        }
    }

    private CustomerState after(Event event, String customer, @Nullable CustomerState known) {
        CustomerState before = known == null ? CustomerState.fresh(customer) : known;
        StepResult result = Engine.step(program, before, new Input.Arrived(event, event.time() - 1));
        for (int i = 0; i < result.effects().size(); i++) {
            carryOut(result.effects().get(i));
        }
        return result.state();
    }

    private void carryOut(Effect effect) {
        if (effect instanceof Effect.Record recorded && recorded.decision().outcome() == Outcome.EMITTED) {
            Decision decision = recorded.decision();
            Evidence visit = decision.evidence().get(decision.evidence().size() - 1);
            tally.add(VisitRule.number(decision.trigger()), decision.customer(), Long.parseLong(visit.event()));
        }
    }

    @Override
    public Tally.Found found() {
        return tally.found();
    }

    @Override
    public void end() {
        customers = new HashMap<>();
    }
}
