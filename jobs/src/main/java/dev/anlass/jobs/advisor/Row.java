package dev.anlass.jobs.advisor;

import dev.anlass.engine.decide.ConsentReference;
import dev.anlass.engine.decide.Evidence;
import dev.anlass.engine.decide.Score;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One customer on a list: about which product, why, and what allows the call.
 *
 * @param rank from 1
 * @param productName the product in words of the advisor's language
 * @param reason one sentence in the advisor's language; null if the rule has no text
 * @param nextStep what to do best, in the advisor's language; null if the rule says nothing
 * @param due the last working day on which the call makes sense
 * @param age on how many earlier lists of this advisor it stood
 * @param since the day of the first of these lists
 * @param decidedAt in milliseconds since 1970, as is {@code expiresAt}
 * @param facts the action's payload: String, Long, Double, Boolean, List or Map
 * @param consent the record that allows the call; null where the contract does
 */
public record Row(
        int rank,
        String actionId,
        String customer,
        String product,
        String productName,
        @Nullable String reason,
        @Nullable String nextStep,
        LocalDate due,
        int age,
        LocalDate since,
        String trigger,
        String action,
        String bundle,
        String purpose,
        long decidedAt,
        long expiresAt,
        Map<String, Object> facts,
        List<Evidence> evidence,
        @Nullable ConsentReference consent,
        Score score) {

    public Row {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        evidence = List.copyOf(evidence);
    }
}
