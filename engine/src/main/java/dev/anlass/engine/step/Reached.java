package dev.anlass.engine.step;

import dev.anlass.engine.match.Dues;
import dev.anlass.engine.match.Facts;
import dev.anlass.engine.match.Fold;

/** Facts, and what was found of when something is due in them. */
record Reached(Facts facts, Dues dues) {

    static final Reached NOTHING = of(Facts.NONE);

    static Reached of(Facts facts) {
        return new Reached(facts, Dues.UNKNOWN);
    }

    static Reached by(Fold fold) {
        return new Reached(fold.facts(), fold.dues());
    }
}
