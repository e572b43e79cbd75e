package dev.anlass.jobs.advisor.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What the desk says in one language: its texts, dates and numbers. */
public final class Wording {

    private static final Map<Language, Wording> ALL = all();
    private static final int MOST_DIGITS = 4;

    private final Language language;
    private final Properties texts;

    private Wording(Language language) {
        this.language = language;
        this.texts = read("/desk/texts_" + language.code() + ".properties");
    }

    static Wording of(Language language) {
        Wording wording = ALL.get(language);
        if (wording == null) {
            throw new IllegalStateException("every language has its texts");
        }
        return wording;
    }

    public Language language() {
        return language;
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /** A text, with what is to stand in it. */
    public String text(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no text " + key);
        }
        return new MessageFormat(text, language.locale()).format(values);
    }

    /** A text; the word itself where there is none for it. */
    public String textOr(String prefix, String word) {
        return texts.containsKey(prefix + word) ? text(prefix + word) : word;
    }

    /** A day with its weekday. */
    public String day(LocalDate day) {
        return day.format(pattern(language == Language.DE ? "EEE, d. MMM yyyy" : "EEE d MMM yyyy"));
    }

    /** A day in full, for headings. */
    public String fullDay(LocalDate day) {
        return day.format(pattern(language == Language.DE ? "EEEE, d. MMMM yyyy" : "EEEE d MMMM yyyy"));
    }

    /** A day in the fewest characters. */
    public String shortDay(LocalDate day) {
        return day.format(pattern(language == Language.DE ? "d.M.yyyy" : "d MMM yyyy"));
    }

    /** The day of a time in milliseconds since 1970. */
    public String shortDay(long time, ZoneId zone) {
        return shortDay(Instant.ofEpochMilli(time).atZone(zone).toLocalDate());
    }

    /** A time in milliseconds since 1970. */
    public String time(long time, ZoneId zone) {
        return Instant.ofEpochMilli(time)
                .atZone(zone)
                .format(pattern(language == Language.DE ? "d.M.yyyy, HH:mm" : "d MMM yyyy, HH:mm"));
    }

    public String number(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(MOST_DIGITS);
        return format.format(number);
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }

    private static Map<Language, Wording> all() {
        Map<Language, Wording> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Wording(language));
        }
        return all;
    }

    private static Properties read(String resource) {
        try (InputStream stream = Wording.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the program is incomplete: " + resource + " is missing");
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
