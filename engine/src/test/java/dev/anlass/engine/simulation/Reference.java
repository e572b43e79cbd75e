package dev.anlass.engine.simulation;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engine once more, slow and evidently right: sorts the accepted events of one customer and folds them by
 * definition. It keeps everything and has no index.
 */
final class Reference {

    private final Rules rules;
    private final Bundle bundle;
    private final Settings settings;
    private final String customer;

    Reference(Rules rules, Settings settings, String customer) {
        this.rules = rules;
        this.bundle = rules.bundle();
        this.settings = settings;
        this.customer = customer;
    }

    /** Tells the whole story up to a time, inclusive. */
    Tale tell(List<Admitted> admitted, long passed) {
        return tell(admitted, passed, null);
    }

    /** Tells the story of a stream in order and decides. */
    List<Told> decide(List<Admitted> admitted, long passed) {
        Judge judge = new Judge(bundle, customer, instant -> arrived(admitted, instant));
        tell(admitted, passed, judge);
        return judge.told();
    }

    private Tale tell(List<Admitted> admitted, long passed, @Nullable Judge judge) {
        Tale tale = new Tale(rules, settings, customer, judge);
        List<Admitted> sorted =
                admitted.stream().sorted(Comparator.comparing(Admitted::place)).toList();
        long start = sorted.isEmpty() ? passed : sorted.get(0).place().time() - 1;
        Place before = Place.due(start);
        for (Admitted next : sorted) {
            before = pass(tale, before, next.place());
            tale.apply(next);
        }
        pass(tale, before, Place.due(passed));
        return tale;
    }

    /** The consent records that have arrived when what is due at an instant is carried out. */
    private Consent arrived(List<Admitted> admitted, long instant) {
        List<Event> records = new ArrayList<>();
        for (Admitted each : admitted) {
            boolean isCarriedOutBefore = each.passed() >= instant;
            if (isCarriedOutBefore) {
                break;
            }
            if (each.event().type().equals(EventType.CONSENT_CHANGED)) {
                records.add(each.event());
            }
            if (each.event().time() > instant) {
                break;
            }
        }
        return new Consent(bundle, records);
    }

    /** Lets everything happen that is due after one place and not after another. */
    private static Place pass(Tale tale, Place from, Place to) {
        Place at = from;
        while (true) {
            boolean isDueDone = at.compareTo(Place.due(at.time())) >= 0;
            Place expiry = Place.expiry(tale.nextExpiry(at.time() + 1));
            Place due = Place.due(tale.nextDue(isDueDone ? at.time() : at.time() - 1));
            Place next = expiry.compareTo(due) < 0 ? expiry : due;
            if (next.compareTo(to) > 0) {
                return to;
            }
            if (next == expiry) {
                tale.expire(next.time());
            } else {
                tale.due(next.time());
            }
            at = next;
        }
    }
}
