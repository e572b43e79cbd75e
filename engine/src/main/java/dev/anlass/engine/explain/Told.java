package dev.anlass.engine.explain;

import dev.anlass.engine.decide.Examination;
import dev.anlass.engine.decide.Reading;
import dev.anlass.engine.event.Rejection;
import dev.anlass.engine.match.Happening;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Observer.Reception;
import java.util.List;

/** One thing that a story tells. */
public sealed interface Told {

    /** An event arrived; nothing of its content is kept. */
    record Received(String type, String source, String id, long time, Reception reception) implements Told {}

    /**
     * A record about the customer could not be accepted by the decoder, or is of a type that nobody declared.
     *
     * @param where file and line, or topic, partition and offset
     * @param isConsent whether it is a consent record, which blocks
     */
    record NotAccepted(Rejection rejection, String where, boolean isConsent) implements Told {}

    /** The facts changed, or did not and could have. */
    record Happened(Happening happening) implements Told {}

    /** A candidate met the gates. */
    record Examined(Examination examination, List<Reading> readings) implements Told {
        public Examined {
            readings = List.copyOf(readings);
        }
    }

    /** An effect went out: an action, a revocation, a decision, a rejection, an erasure. */
    record Said(Effect effect) implements Told {}
}
