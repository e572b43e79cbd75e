package dev.anlass.engine.scenario;

import dev.anlass.engine.decide.Action;
import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Decision.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a scenario: a decision, and the action if it made one go out.
 *
 * @param time when it was decided or taken back, in milliseconds since 1970
 */
record Happening(
        long time,
        Outcome outcome,
        String trigger,
        @Nullable String reason,
        @Nullable Action action) {

    static Happening of(Action action) {
        return new Happening(action.decidedAt(), Outcome.EMITTED, action.trigger(), null, action);
    }

    static Happening of(Decision decision) {
        return new Happening(decision.decidedAt(), decision.outcome(), decision.trigger(), decision.reason(), null);
    }

    /** As the report says it, without the time. */
    String words() {
        if (action != null) {
            return "action " + action.name() + " by " + trigger + " " + PayloadValues.words(action.payload());
        }
        return outcome.word() + " " + trigger + (reason == null ? "" : ", " + reason);
    }

    /** The words with the text of the action, if there is one. */
    String wordsWithText() {
        return action == null || action.text() == null ? words() : words() + " \"" + action.text() + "\"";
    }
}
