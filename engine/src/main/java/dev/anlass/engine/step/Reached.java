package dev.anlass.engine.step;

import dev.anlass.engine.match.Dues;
import dev.anlass.engine.match.Facts;
import dev.anlass.engine.match.Fold;
import dev.anlass.engine.match.Timetable;
import org.jspecify.annotations.Nullable;

/** Facts, and what was found of when something is due in them. Immutable but for what is at hand to be asked again. */
final class Reached {

    /** When something is due in the facts, as one timetable has it. */
    private record Answer(Timetable timetable, long nextDue) {}

    static final Reached NOTHING = of(Facts.NONE);

    private final Facts facts;
    private final Dues dues;
    private @Nullable Answer answer;

    private Reached(Facts facts, Dues dues) {
        this.facts = facts;
        this.dues = dues;
    }

    static Reached of(Facts facts) {
        return new Reached(facts, Dues.UNKNOWN);
    }

    static Reached by(Fold fold) {
        return new Reached(fold.facts(), fold.dues());
    }

    /** What a fold that began here has reached with one more event: the very same facts if nothing came of it. */
    Reached then(Fold fold) {
        Facts next = fold.facts();
        if (!next.areStill(facts)) {
            return new Reached(next, fold.dues());
        }
        return fold.dues() == dues ? this : new Reached(facts, fold.dues());
    }

    Facts facts() {
        return facts;
    }

    Dues dues() {
        return dues;
    }

    /** When something happens next by time alone, in milliseconds since 1970; {@code Long.MAX_VALUE} if never. */
    long nextDue(Timetable timetable, String customer) {
        Answer known = answer;
        if (known == null || known.timetable() != timetable) {
            known = new Answer(timetable, Fold.nextDue(timetable, customer, facts, dues));
            answer = known;
        }
        return known.nextDue();
    }
}
