package dev.anlass.jobs.operator;

import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import dev.anlass.jobs.connector.EffectJson;
import dev.anlass.jobs.connector.RecordSource.InTopic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Effects of the engine as the lines that the operator writes for them. */
final class EffectLines {

    /** Of every arrival, so that rejections can be compared. */
    static final Origin ORIGIN = new Origin(new InTopic("events", 0, 0), new byte[1], Origin.UNKNOWN);

    private EffectLines() {}

    static List<String> of(List<Emission> emissions) {
        List<String> lines = new ArrayList<>();
        for (Emission emission : emissions) {
            byte[] line = line(emission.effect());
            if (line.length > 0) {
                lines.add(new String(line, StandardCharsets.UTF_8));
            }
        }
        return lines;
    }

    static List<String> written(List<Outgoing> outgoing) {
        return outgoing.stream()
                .map(one -> new String(one.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] line(Effect effect) {
        if (effect instanceof Effect.Request request) {
            return EffectJson.action(request.action());
        } else if (effect instanceof Effect.Revoke revoke) {
            return EffectJson.revocation(revoke.revocation());
        } else if (effect instanceof Effect.Record record) {
            return EffectJson.decision(record.decision());
        } else if (effect instanceof Effect.Erased erased) {
            return EffectJson.erased(erased, TriggerSubtask.KEYS.of(erased.customer()));
        } else if (effect instanceof Effect.Reject reject) {
            return EffectJson.rejected(reject.rejection(), ORIGIN.source(), ORIGIN.sha256());
        }
        return new byte[0];
    }
}
