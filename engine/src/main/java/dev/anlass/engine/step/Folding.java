package dev.anlass.engine.step;

import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.Fold;
import dev.anlass.engine.match.Remembered;

/** Brings one input into the trail, at the end or at its place, and keeps what was found on the way. */
final class Folding {

    private final Program program;
    private final String customer;
    private final long passed;
    private final Trail before;
    private final Observer observer;
    private final Collector collector;
    private Trail trail;
    private boolean corrects;
    private OrderKey refoldedAfter = OrderKey.START;

    /** @param passed how far time has passed, in milliseconds since 1970 */
    Folding(Program program, String customer, Trail before, long passed, Observer observer) {
        this.program = program;
        this.customer = customer;
        this.before = before;
        this.observer = observer;
        this.collector = new Collector(observer);
        this.trail = before;
        this.passed = Math.max(passed, before.passedThrough());
    }

    void passTime() {
        Fold fold = fold(before.end());
        fold.passThrough(passed);
        trail = before.reaching(Reached.by(fold));
    }

    void insert(Remembered remembered) {
        corrects = !before.isAtEnd(remembered.place());
        int index = before.indexOf(remembered.place());
        if (corrects) {
            refoldedAfter = before.placeBefore(index);
            tellRefolding();
        }
        Reached reached = corrects ? before.before(index) : before.end();
        Fold fold = fold(reached);
        fold.apply(remembered);
        fold.nextDue();
        reached = reached.then(fold);
        Recent recent = before.recent().first(index).with(remembered, reached);
        for (int i = index; i < before.recent().size(); i++) {
            Remembered later = before.recent().get(i);
            fold.apply(later);
            reached = reached.then(fold);
            recent = recent.with(later, reached);
        }
        if (fold.nextDue() <= passed) {
            fold.passThrough(passed);
            reached = Reached.by(fold);
        }
        trail = new Trail(before.start(), before.settledPlace(), recent, reached);
    }

    private void tellRefolding() {
        if (observer.isAttentive()) {
            observer.tellsAnewAfter(refoldedAfter);
        }
    }

    long passed() {
        return passed;
    }

    Trail trail() {
        return trail;
    }

    Trail trailBefore() {
        return before;
    }

    Collector collector() {
        return collector;
    }

    /** Whether the input lay before something that had happened already. */
    boolean corrects() {
        return corrects;
    }

    /** What lies behind this place was folded again, if the input corrects. */
    OrderKey refoldedAfter() {
        return refoldedAfter;
    }

    long lastDue() {
        return collector.lastDue();
    }

    private Fold fold(Reached start) {
        return new Fold(program.timetable(), customer, start.facts(), start.dues(), collector);
    }
}
