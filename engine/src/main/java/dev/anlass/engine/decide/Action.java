package dev.anlass.engine.decide;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An action that goes out.
 *
 * @param id the id of its match
 * @param time the match's instant
 * @param expiresAt the last millisecond at which it is valid
 * @param texts the text in every language, where the channel wants all; otherwise empty
 * @param payload values are String, Long, Double, Boolean, Instant, List or Map
 */
public record Action(
        String id,
        int revision,
        String customer,
        String trigger,
        String bundle,
        String channel,
        String purpose,
        String name,
        long time,
        long decidedAt,
        long expiresAt,
        Map<String, Object> payload,
        @Nullable String text,
        @Nullable String language,
        Map<String, String> texts,
        Score score,
        List<Evidence> evidence,
        @Nullable ConsentReference consent,
        String collapseKey,
        int alternatives) {

    public Action {
        payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        evidence = List.copyOf(evidence);
    }
}
