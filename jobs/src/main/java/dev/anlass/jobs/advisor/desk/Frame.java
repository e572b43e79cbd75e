package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.desk.signin.Visitor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content.
 *
 * @param visitor null if nobody is signed in
 * @param token proves that a form comes from a page of ours
 * @param path of this page, for showing it in another language
 * @param isBehind whether what is shown may be out of date
 */
public record Frame(Wording words, @Nullable Visitor visitor, String token, String path, boolean isBehind) {

    public String text(String key, Object... values) {
        return words.text(key, values);
    }

    /** The languages in which this page is not shown. */
    public List<Language> otherLanguages() {
        return Arrays.stream(Language.values())
                .filter(language -> language != words.language())
                .toList();
    }

    Frame at(String other) {
        return new Frame(words, visitor, token, other, isBehind);
    }
}
