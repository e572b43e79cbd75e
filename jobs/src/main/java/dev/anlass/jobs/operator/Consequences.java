package dev.anlass.jobs.operator;

import dev.anlass.engine.event.Rejection;
import dev.anlass.engine.step.Effect;
import dev.anlass.jobs.connector.EffectJson;
import dev.anlass.jobs.metrics.RecordMetrics;
import dev.anlass.jobs.metrics.TriggerMetrics;
import org.jspecify.annotations.Nullable;

/** Carries out the effects of a step: encodes them, sends them out and counts them. */
final class Consequences {

    /** The ways out of the operator. */
    interface Exits {

        /** By the way of actions: requested and revoked. */
        void action(Outgoing outgoing);

        /** By the way of decision records. */
        void decision(Outgoing outgoing);

        /** By the way of rejected records. */
        void rejected(Outgoing outgoing);
    }

    private final CustomerKeys keys;
    private final TriggerMetrics triggers;
    private final RecordMetrics records;

    Consequences(CustomerKeys keys, TriggerMetrics triggers, RecordMetrics records) {
        this.keys = keys;
        this.triggers = triggers;
        this.records = records;
    }

    /** @param origin the record that caused it; null if time did */
    void carryOut(Effect effect, String customer, @Nullable Origin origin, Exits exits) {
        if (effect instanceof Effect.Request request) {
            exits.action(new Outgoing(customer, EffectJson.action(request.action())));
            measure(origin);
        } else if (effect instanceof Effect.Revoke revoke) {
            exits.action(new Outgoing(customer, EffectJson.revocation(revoke.revocation())));
        } else if (effect instanceof Effect.Record record) {
            exits.decision(new Outgoing(customer, EffectJson.decision(record.decision())));
            triggers.decided(record.decision());
        } else if (effect instanceof Effect.Erased erased) {
            String key = keys.of(erased.customer());
            exits.decision(new Outgoing(key, EffectJson.erased(erased, key)));
        } else if (effect instanceof Effect.Reject reject) {
            reject(reject.rejection(), origin, exits);
        } else if (effect instanceof Effect.Count count) {
            triggers.counted(count);
        }
    }

    private void reject(Rejection rejection, @Nullable Origin origin, Exits exits) {
        if (origin == null) {
            throw new IllegalStateException("time cannot be rejected: " + rejection.reason());
        }
        records.rejected(rejection.reason());
        exits.rejected(new Outgoing(null, EffectJson.rejected(rejection, origin.source(), origin.sha256())));
    }

    private void measure(@Nullable Origin origin) {
        if (origin != null && origin.appendedAt() != Origin.UNKNOWN) {
            triggers.latency(Math.max(0, System.currentTimeMillis() - origin.appendedAt()));
        }
    }
}
