package dev.anlass.engine.step;

import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.decide.Action;
import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.DecisionListener;
import dev.anlass.engine.decide.Examination;
import dev.anlass.engine.decide.Reading;
import dev.anlass.engine.decide.Revocation;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.event.Rejection;
import dev.anlass.engine.match.FoldListener;
import java.util.ArrayList;
import java.util.List;

/** The effects of one step, in the order in which they are to happen. */
final class Effects implements DecisionListener {

    private final Observer observer;
    private List<Effect> all = List.of();

    Effects(Observer observer) {
        this.observer = observer;
    }

    List<Effect> all() {
        return all;
    }

    private void add(Effect effect) {
        all = all.isEmpty() ? new ArrayList<>() : all;
        all.add(effect);
        if (observer.isAttentive()) {
            observer.happens(effect);
        }
    }

    /** What follows is decided at a place; told only to those who are attentive. */
    void decidesAt(OrderKey place) {
        if (observer.isAttentive()) {
            observer.decidesAt(place);
        }
    }

    @Override
    public boolean isAttentive() {
        return observer.isAttentive();
    }

    @Override
    public void examines(Examination examination) {
        observer.examines(examination);
    }

    @Override
    public void read(Reading reading) {
        observer.read(reading);
    }

    void reject(Rejection rejection) {
        add(new Effect.Reject(rejection));
    }

    void count(Effect.Counter counter) {
        count(counter, List.of());
    }

    private void count(Effect.Counter counter, String trigger) {
        count(counter, List.of(trigger));
    }

    void count(Effect.Counter counter, List<String> triggers) {
        add(new Effect.Count(counter, triggers, 1));
    }

    void count(List<Collector.Counted> counted) {
        counted.forEach(count -> count(counter(count.counter()), count.triggers()));
    }

    void erased(String customer, long time, Consents objections) {
        List<String> purposes = List.copyOf(objections.newest().keySet());
        add(new Effect.Erased(customer, time, purposes));
    }

    @Override
    public void request(Action action) {
        add(new Effect.Request(action));
    }

    @Override
    public void revoke(Revocation revocation) {
        add(new Effect.Revoke(revocation));
    }

    @Override
    public void record(Decision decision) {
        add(new Effect.Record(decision));
    }

    @Override
    public void vanishedUndecided(String trigger) {
        count(Effect.Counter.UNDECIDED_VANISHED, trigger);
    }

    @Override
    public void pendingGaveWay(String trigger) {
        count(Effect.Counter.PENDING_GAVE_WAY, trigger);
    }

    @Override
    public void contactGaveWay(String trigger) {
        count(Effect.Counter.CONTACT_GAVE_WAY, trigger);
    }

    private static Effect.Counter counter(FoldListener.Counter counter) {
        return switch (counter) {
            case NOT_PERMITTED -> Effect.Counter.NOT_PERMITTED;
            case UNKNOWN_CONDITION -> Effect.Counter.UNKNOWN_CONDITION;
            case KEY_GAVE_WAY -> Effect.Counter.KEY_GAVE_WAY;
            case STAY_GAVE_WAY -> Effect.Counter.STAY_GAVE_WAY;
            case CHAIN_GAVE_WAY -> Effect.Counter.CHAIN_GAVE_WAY;
            case WATCH_GAVE_WAY -> Effect.Counter.WATCH_GAVE_WAY;
            case CONSENT_GAVE_WAY -> Effect.Counter.CONSENT_GAVE_WAY;
        };
    }
}
