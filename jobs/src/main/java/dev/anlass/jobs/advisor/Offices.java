package dev.anlass.jobs.advisor;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The branches, their advisors, and the words that lists use.
 *
 * @param advisors by id
 * @param words by the word that a rule uses: that word in each language
 */
public record Offices(
        Map<String, Branch> branches, Map<String, Advisor> advisors, Map<String, Map<String, String>> words)
        implements Serializable {

    public Offices {
        branches = Collections.unmodifiableMap(new TreeMap<>(branches));
        advisors = Collections.unmodifiableMap(new TreeMap<>(advisors));
        words = Collections.unmodifiableMap(new TreeMap<>(words));
    }

    public @Nullable Advisor advisor(String id) {
        return advisors.get(id);
    }

    /** A word in a language; the word itself if it was not translated. */
    public String word(String word, String language) {
        return words.getOrDefault(word, Map.of()).getOrDefault(language, word);
    }
}
