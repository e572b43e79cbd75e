package dev.anlass.engine.explain;

import dev.anlass.engine.decide.ConsentReference;
import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.step.Effect;

/** Effects in words. */
final class EffectWords {

    private final Times times;

    EffectWords(Times times) {
        this.times = times;
    }

    String of(Effect effect) {
        if (effect instanceof Effect.Request request) {
            var action = request.action();
            return action.trigger() + ": action " + action.name() + " goes out by " + action.channel()
                    + ", valid until " + times.at(action.expiresAt());
        }
        if (effect instanceof Effect.Revoke revoke) {
            return revoke.revocation().trigger() + ": action "
                    + revoke.revocation().actionId() + " is taken back, "
                    + revoke.revocation().reason();
        }
        if (effect instanceof Effect.Record record) {
            return decision(record.decision());
        }
        if (effect instanceof Effect.Reject reject) {
            return "rejected, " + reject.rejection().reason() + ": "
                    + reject.rejection().detail();
        }
        return effect instanceof Effect.Erased ? "everything is erased; a tombstone stays" : "";
    }

    private String decision(Decision decision) {
        String words = decision.trigger() + ": " + decision.outcome().word();
        if (decision.reason() != null) {
            words += ", " + decision.reason();
        }
        if (decision.would() != null) {
            words += " (it would have been: " + decision.would() + ")";
        }
        if (decision.revision() > 1) {
            words += ", revision " + decision.revision() + " of match " + decision.matchId();
        }
        ConsentReference consent = decision.consent();
        return consent == null
                ? words
                : words + ", by consent record " + consent.record() + " of " + times.at(consent.givenAt());
    }
}
