package dev.anlass.jobs.advisor.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a customer said no: few words, so that they can be counted and nothing personal is written down. */
public enum Refusal {
    NO_NEED,
    HAS_IT_ELSEWHERE,
    TOO_EXPENSIVE,
    BAD_TIME,
    UNHAPPY_WITH_BANK,
    OTHER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Refusal> of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.word().equals(word))
                .findFirst();
    }
}
