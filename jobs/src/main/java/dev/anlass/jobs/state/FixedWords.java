package dev.anlass.jobs.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words that mean the same in every rule set and stand in what is stored of almost everybody: stored as numbers.
 *
 * <p>The list only ever grows at its end, for what was written is read for ever.
 */
final class FixedWords {

    private static final List<String> WORDS = List.of(
            "",
            "customer.updated",
            "consent.changed",
            "location.reported",
            "fence.entered",
            "fence.exited",
            "fence.dwelled",
            "purpose",
            "status",
            "record_id",
            "channels",
            "data",
            "notice",
            "expires_at",
            "given",
            "lat",
            "lon",
            "accuracy_m",
            "speed_mps",
            "fence_id",
            "fence",
            "behaviour",
            "location",
            "profile",
            "transactions",
            "usage",
            "push",
            "advisor",
            "in_app",
            "sms",
            "email",
            "zone",
            "market",
            "language",
            "birthdate",
            "branch",
            "country",
            "category",
            "product_id",
            "price",
            "amount",
            "balance");

    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    static {
        for (int number = 0; number < WORDS.size(); number++) {
            NUMBERS.put(WORDS.get(number), number);
        }
    }

    private FixedWords() {}

    static @Nullable Integer number(String word) {
        return NUMBERS.get(word);
    }

    static String at(int number) {
        return WORDS.get(number);
    }
}
