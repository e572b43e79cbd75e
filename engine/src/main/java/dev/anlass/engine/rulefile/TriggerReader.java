package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.rule.ActionTemplate;
import dev.anlass.engine.rule.Channel;
import dev.anlass.engine.rule.Clause;
import dev.anlass.engine.rule.Step;
import dev.anlass.engine.rule.Trigger;
import dev.anlass.engine.rule.Trigger.State;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one trigger. */
final class TriggerReader {

    private static final List<String> KEYS = List.of(
            "trigger",
            "description",
            "owner",
            "state",
            "purpose",
            "channel",
            "when",
            "every",
            "where",
            "within",
            "wait",
            "unless",
            "until",
            "prefer",
            "given",
            "cooldown",
            "rollout",
            "active",
            "action");

    private final Reading reading;
    private final Uses uses = new Uses();

    private TriggerReader(Reading reading) {
        this.reading = reading;
    }

    /** The trigger as far as it can be read; null if the document has no name for one. */
    static @Nullable ReadTrigger read(Node document, Reading reading) {
        int before = reading.findings().errors();
        Section section = Section.of(document, "a trigger", reading.findings(), KEYS);
        Node nameNode = section == null ? null : section.require("trigger");
        String name = nameNode == null ? null : reading.values().name(nameNode);
        if (section == null || nameNode == null || name == null) {
            return null;
        }
        TriggerReader reader = new TriggerReader(reading);
        StepsReader stepsReader = new StepsReader(reading, reader.uses);
        List<StepHeading> headings = reader.headings(section, stepsReader);
        Trigger trigger = reader.trigger(name, section, headings, stepsReader.steps(headings, section.has("within")));
        reader.uses.checkPurpose(trigger.purpose(), reading);
        boolean isBroken = reading.findings().errors() > before;
        new TriggerChecks(trigger, section, headings, reading).check(isBroken);
        if (!isBroken) {
            PayloadLimit.check(trigger, reading, section.spotOf("action"));
        }
        return new ReadTrigger(trigger, nameNode.at(), isBroken);
    }

    private Trigger trigger(String name, Section section, List<StepHeading> headings, List<Step> steps) {
        Values values = reading.values();
        Section every = every(section);
        Map<String, FieldType> bound = StepHeading.names(headings, reading.environments());
        Map<String, FieldType> match = reading.environments().ofMatch(bound);
        Map<String, FieldType> action = reading.environments().ofAction(bound);
        String purpose = section.require("purpose", "", node -> known(node, "purpose", reading.vocabulary().purposes));
        String channel = section.require("channel", "", node -> known(node, "channel", reading.vocabulary().channels));
        Section active = active(section);
        Expression where = scheduleWhere(section, every);
        List<Clause> unless = clauses(section, "unless", headings);
        List<Clause> until = clauses(section, "until", headings);
        Expression prefer = single(section.find("prefer"), match);
        Expression given = condition(section.find("given"), action);
        ActionTemplate template = template(section, channel, action);
        return new Trigger(
                name,
                section.read("description", "", values::text),
                section.read("owner", "", values::text),
                section.read("state", State.LIVE, node -> values.word(node, State.class)),
                purpose,
                channel,
                steps,
                every == null ? null : new ScheduleReader(reading).read(every),
                where,
                section.read("within", Trigger.UNBOUNDED, values::duration),
                section.read("wait", 0L, values::duration),
                unless,
                until,
                prefer,
                given,
                section.read("cooldown", 0L, values::duration),
                section.read("rollout", 100.0, values::percent),
                active == null ? Long.MIN_VALUE : active.read("from", Long.MIN_VALUE, values::timestamp),
                active == null ? Long.MAX_VALUE : active.read("until", Long.MAX_VALUE, values::timestamp),
                template,
                uses.categories(reading, headings),
                uses.reads());
    }

    private List<StepHeading> headings(Section section, StepsReader reader) {
        Node when = section.find("when");
        if ((when == null) == !section.has("every")) {
            String message = when == null
                    ? "a trigger needs \"when\" or \"every\""
                    : "a trigger has \"when\" or \"every\", not both";
            reading.findings().error(when == null ? section.spotOf("trigger") : section.spotOf("every"), message, null);
        }
        return when == null ? List.of() : reader.headings(when);
    }

    private @Nullable Section every(Section section) {
        Node node = section.find("every");
        return node == null ? null : new ScheduleReader(reading).section(node);
    }

    private @Nullable Section active(Section section) {
        Node node = section.find("active");
        return node == null ? null : Section.of(node, "a span of time", reading.findings(), List.of("from", "until"));
    }

    private @Nullable String known(Node node, String what, Declared<?> declared) {
        String name = reading.values().name(node);
        return name != null && reading.refersTo(declared, what, node, name) ? name : null;
    }

    private @Nullable Expression scheduleWhere(Section section, @Nullable Section every) {
        Node ofTrigger = section.find("where");
        Node ofSchedule = every == null ? null : every.find("where");
        if (ofTrigger != null && every == null && section.has("when")) {
            reading.findings()
                    .error(
                            section.spotOf("where"),
                            "only a schedule has a \"where\" of its own",
                            "expected: where in a step, or given");
        }
        if (ofTrigger != null && ofSchedule != null) {
            reading.findings().error(section.spotOf("where"), "the schedule has a \"where\" already", null);
        }
        Node node = ofSchedule != null ? ofSchedule : ofTrigger;
        return condition(node, reading.environments().ofSchedule());
    }

    private List<Clause> clauses(Section section, String key, List<StepHeading> headings) {
        return section.read(key, List.of(), new ClauseReader(reading, headings, uses, key.equals("unless"))::read);
    }

    private @Nullable Expression condition(@Nullable Node node, Map<String, FieldType> names) {
        return uses.needed(reading.expressions().condition(node, names));
    }

    private @Nullable Expression single(@Nullable Node node, Map<String, FieldType> names) {
        return uses.needed(reading.expressions().single(node, names));
    }

    private ActionTemplate template(Section section, String channelName, Map<String, FieldType> names) {
        Channel channel = reading.vocabulary().channels.get(channelName);
        return new ActionReader(reading, names, uses).read(section.require("action"), channel);
    }
}
