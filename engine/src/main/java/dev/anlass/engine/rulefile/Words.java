package dev.anlass.engine.rulefile;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Ways out that name the words an author may write. */
public final class Words {

    private static final int LONGEST_LIST = 12;

    private Words() {}

    /** "did you mean" the nearest known word, else the list of them; null if there are none or too many. */
    public static @Nullable String nearest(String typed, Collection<String> known) {
        return nearestWord(typed, known).map(Words::didYouMean).orElseGet(() -> oneOf(known));
    }

    public static String didYouMean(String word) {
        return "did you mean \"" + word + "\"?";
    }

    /** The known word with the fewest edits, if they are few for its length; of equal ones the first in the alphabet. */
    public static Optional<String> nearestWord(String typed, Collection<String> known) {
        String best = null;
        int fewest = 1 + Math.max(1, typed.length() / 3);
        for (String word : new TreeSet<>(known)) {
            if (Math.abs(word.length() - typed.length()) < fewest) {
                int edits = edits(typed.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
                if (edits < fewest) {
                    fewest = edits;
                    best = word;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** "expected: one of" the words; null if there are none or too many. */
    static @Nullable String oneOf(Collection<String> known) {
        if (known.isEmpty() || known.size() > LONGEST_LIST) {
            return null;
        }
        return known.size() == 1
                ? "expected: " + known.iterator().next()
                : "expected: one of " + String.join(", ", known);
    }

    /** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
    private static int edits(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[to.length()];
    }
}
