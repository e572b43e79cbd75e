package dev.anlass.jobs.advisor.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of the desk. */
public enum Language {
    DE("Deutsch", Locale.GERMANY),
    EN("English", Locale.UK);

    private static final int LONGEST_WISH = 200;

    private final String ownName;
    private final Locale locale;

    Language(String ownName, Locale locale) {
        this.ownName = ownName;
        this.locale = locale;
    }

    /** As it calls itself. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** As HTML writes it. */
    public String code() {
        return locale.getLanguage();
    }

    static Optional<Language> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** The one that an {@code Accept-Language} likes best; English if it likes none of them. */
    static Language wished(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_WISH) {
            return EN;
        }
        try {
            List<String> codes = Arrays.stream(values()).map(Language::code).toList();
            String best = Locale.lookupTag(LanguageRange.parse(acceptLanguage), codes);
            return of(best).orElse(EN);
        } catch (IllegalArgumentException notALanguage) {
            return EN;
        }
    }
}
