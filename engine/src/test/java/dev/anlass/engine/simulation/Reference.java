package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engine once more, slow and evidently right: sorts the accepted events of one customer and folds them by
 * definition. It keeps everything and has no index.
 */
final class Reference {

    private final Rules rules;
    private final Settings settings;
    private final String customer;

    Reference(Rules rules, Settings settings, String customer) {
        this.rules = rules;
        this.settings = settings;
        this.customer = customer;
    }

    /** Tells the whole story up to a time, inclusive. */
    Tale tell(Life life, long passed) {
        return tell(life, life.admitted(), passed);
    }

    /** Tells the story of the first events that were admitted. */
    Tale tell(Life life, List<Admitted> admitted, long passed) {
        return tell(life, admitted, passed, null);
    }

    /** Tells the story of a stream in order and decides. */
    Judge decide(Life life, long passed) {
        Bundle first = rules.editions().get(0).bundle();
        Judge judge = new Judge(first, rules.scores(), settings, customer, instant -> life.arrivedBefore(instant));
        tell(life, life.admitted(), passed, judge);
        return judge;
    }

    private Tale tell(Life life, List<Admitted> admitted, long passed, @Nullable Judge judge) {
        List<Admitted> sorted =
                admitted.stream().sorted(Comparator.comparing(Admitted::place)).toList();
        List<Admitted> timed =
                sorted.stream().filter(each -> each.place().time() > 0).toList();
        long start = timed.isEmpty() ? passed : timed.get(0).place().time() - 1;
        Tale tale = new Tale(rules, rules.at(start + 1), settings, customer, life.atFirst(), judge);
        if (judge != null) {
            judge.change(rules.at(start + 1).bundle());
        }
        if (timed.isEmpty()) {
            sorted.forEach(tale::apply);
            return tale;
        }
        Place before = Place.due(start);
        for (Admitted next : sorted) {
            before = next.place().time() > 0 ? pass(tale, before, next.place()) : before;
            tale.apply(next);
        }
        pass(tale, before, Place.due(passed));
        return tale;
    }

    /** Lets everything happen that is due after one place and not after another. */
    private static Place pass(Tale tale, Place from, Place to) {
        Place at = from;
        while (true) {
            boolean isDueDone = at.compareTo(Place.due(at.time())) >= 0;
            boolean isExpiryDone = at.compareTo(Place.expiry(at.time())) >= 0;
            Place change = Place.change(tale.nextChange());
            Place expiry = Place.expiry(tale.nextExpiry(isExpiryDone ? at.time() + 1 : at.time()));
            Place due = Place.due(tale.nextDue(isDueDone ? at.time() : at.time() - 1));
            Place next = Collections.min(List.of(change, expiry, due));
            if (next.compareTo(to) > 0) {
                return to;
            }
            if (next == change) {
                tale.change();
            } else if (next == expiry) {
                tale.expire(next.time());
            } else {
                tale.due(next.time());
            }
            at = next;
        }
    }
}
