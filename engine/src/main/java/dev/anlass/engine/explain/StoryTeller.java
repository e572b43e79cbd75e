package dev.anlass.engine.explain;

import dev.anlass.engine.decide.Examination;
import dev.anlass.engine.decide.Reading;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.event.Rejection;
import dev.anlass.engine.match.Happening;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Observer;
import dev.anlass.engine.step.Program;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the steps of one customer and keeps what they tell.
 *
 * <p>Facts are kept by their places, so that what a correction tells anew replaces what was told before. Events and
 * decisions are kept as they came.
 */
public final class StoryTeller implements Observer {

    private final TreeMap<OrderKey, Set<Happening>> facts = new TreeMap<>();
    private final TreeMap<OrderKey, List<Told>> past = new TreeMap<>();
    private final TreeMap<OrderKey, List<Told>> arrivals = new TreeMap<>();
    private final TreeMap<OrderKey, List<Told>> decisions = new TreeMap<>();
    private final List<Reading> readings = new ArrayList<>();
    private @Nullable Examination examination;
    private OrderKey decidedAt = OrderKey.START;

    @Override
    public boolean isAttentive() {
        return true;
    }

    @Override
    public void received(Event event, OrderKey place, Reception reception) {
        closeExamination();
        at(arrivals, place).add(new Told.Received(event.type(), event.source(), event.id(), event.time(), reception));
        decidedAt = place;
        if (reception == Reception.ERASURE) {
            facts.forEach((earlier, happenings) ->
                    happenings.forEach(happening -> at(past, earlier).add(new Told.Happened(happening))));
            facts.clear();
        }
    }

    /** A record about the customer that never reached the engine. */
    public void notAccepted(Rejection rejection, String where, boolean isConsent, long time) {
        OrderKey place = new OrderKey(time, OrderKey.RANK_NOW, "", "", where);
        at(arrivals, place).add(new Told.NotAccepted(rejection, where, isConsent));
    }

    @Override
    public void tellsAnewAfter(OrderKey place) {
        facts.tailMap(place, false).clear();
    }

    @Override
    public void happened(OrderKey place, Happening happening) {
        facts.computeIfAbsent(place, key -> new LinkedHashSet<>()).add(happening);
    }

    @Override
    public void decidesAt(OrderKey place) {
        closeExamination();
        decidedAt = place;
    }

    @Override
    public void examines(Examination next) {
        closeExamination();
        examination = next;
    }

    @Override
    public void read(Reading reading) {
        readings.add(reading);
    }

    @Override
    public void happens(Effect effect) {
        closeExamination();
        if (!(effect instanceof Effect.Count)) {
            at(decisions, decidedAt).add(new Told.Said(effect));
        }
    }

    /** What gates say outside an examination belongs to a correction, whose record says the reason. */
    private void closeExamination() {
        if (examination != null) {
            at(decisions, decidedAt).add(new Told.Examined(examination, readings));
            examination = null;
        }
        readings.clear();
    }

    /**
     * The story so far.
     *
     * @param time how far it goes, in milliseconds since 1970
     */
    public Story story(Program program, CustomerState state, long time) {
        closeExamination();
        List<Chapter> chapters = chapters();
        return new Story(
                state.customer(),
                Ending.zone(program, state, time),
                time,
                chapters,
                Ending.outlooks(program, state, time, chapters));
    }

    private List<Chapter> chapters() {
        TreeMap<OrderKey, List<Told>> all = new TreeMap<>();
        arrivals.forEach((place, told) -> at(all, place).addAll(told));
        past.forEach((place, told) -> at(all, place).addAll(told));
        facts.forEach((place, happenings) ->
                happenings.forEach(happening -> at(all, place).add(new Told.Happened(happening))));
        decisions.forEach((place, told) -> at(all, place).addAll(told));
        List<Chapter> chapters = new ArrayList<>();
        all.forEach((place, told) -> chapters.add(new Chapter(place, told)));
        return chapters;
    }

    private static List<Told> at(Map<OrderKey, List<Told>> map, OrderKey place) {
        return map.computeIfAbsent(place, key -> new ArrayList<>());
    }
}
