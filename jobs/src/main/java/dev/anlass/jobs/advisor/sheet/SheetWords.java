package dev.anlass.jobs.advisor.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What stands on a sheet besides the list itself, in one language.
 *
 * @param columns the heads of the columns, in the order of {@link SheetRow#cells()}
 * @param contract what stands where no consent record is needed
 * @param customers one of them and several
 * @param leftOut why proposals have no row, with a number in front
 * @param dayPattern of a day in a column
 */
record SheetWords(
        String language,
        String title,
        List<String> columns,
        String done,
        String notes,
        String score,
        String contract,
        String consent,
        String erased,
        List<String> customers,
        String nobody,
        String asOf,
        LeftOutWords leftOut,
        AgeWords age,
        String destroy,
        String dayPattern,
        String longDayPattern,
        String timePattern) {

    /** Why proposals have no row, with a number in front. */
    record LeftOutWords(String head, String capacity, String productShare, String sameCustomer) {}

    /** On how many earlier lists a row stood; {@code since} comes before a day. */
    record AgeWords(String fresh, String once, String often, String since) {}

    private static final SheetWords GERMAN = new SheetWords(
            "de",
            "Anrufliste",
            List.of(
                    "Rang",
                    "Kunde",
                    "Produkt",
                    "Anlass",
                    "Nächster Schritt",
                    "Spätestens am",
                    "Frühere Listen",
                    "Einwilligung",
                    "Erteilt am",
                    "Bewertung"),
            "Erledigt",
            "Notizen",
            "Bewertung",
            "durch den Vertrag erlaubt",
            "Einwilligung",
            "gelöscht",
            List.of("1 Kunde", "%d Kunden"),
            "Heute steht niemand auf der Liste.",
            "Stand",
            new LeftOutWords(
                    "Ohne Platz auf der Liste:",
                    "%d über der Tageskapazität",
                    "%d über dem Anteil ihres Produkts",
                    "%d zu Kunden, die schon auf der Liste stehen"),
            new AgeWords("neu auf der Liste", "auf einer früheren Liste", "auf %d früheren Listen", "seit"),
            "Vertraulich: enthält personenbezogene Daten. Nach Gebrauch vernichten.",
            "dd.MM.yyyy",
            "EEEE, d. MMMM yyyy",
            "d. MMMM yyyy, HH:mm 'Uhr'");

    private static final SheetWords ENGLISH = new SheetWords(
            "en",
            "Call list",
            List.of(
                    "Rank",
                    "Customer",
                    "Product",
                    "Reason",
                    "Next step",
                    "Due",
                    "Earlier lists",
                    "Permission",
                    "Given on",
                    "Score"),
            "Done",
            "Notes",
            "Score",
            "allowed by the contract",
            "Consent",
            "erased",
            List.of("1 customer", "%d customers"),
            "Nobody is on the list today.",
            "As of",
            new LeftOutWords(
                    "Without a place on the list:",
                    "%d beyond the day's capacity",
                    "%d beyond the share of their product",
                    "%d for customers who are on the list already"),
            new AgeWords("new on the list", "on an earlier list", "on %d earlier lists", "since"),
            "Confidential: contains personal data. Destroy after use.",
            "d MMM yyyy",
            "EEEE, d MMMM yyyy",
            "d MMMM yyyy, HH:mm");

    SheetWords {
        columns = List.copyOf(columns);
        customers = List.copyOf(customers);
    }

    /** English for a language that is not known. */
    static SheetWords in(String language) {
        return language.equals(GERMAN.language) || language.startsWith(GERMAN.language + "-") ? GERMAN : ENGLISH;
    }

    String day(LocalDate day) {
        return formatted(dayPattern).format(day);
    }

    /** With the day of the week. */
    String longDay(LocalDate day) {
        return formatted(longDayPattern).format(day);
    }

    String time(ZonedDateTime time) {
        return formatted(timePattern).format(time);
    }

    /** With the decimal sign of the language. */
    String number(BigDecimal number) {
        return String.format(locale(), "%,.2f", number);
    }

    String customers(int count) {
        return count == 1 ? customers.get(0) : String.format(locale(), customers.get(1), count);
    }

    String age(int lists, LocalDate since) {
        if (lists == 0) {
            return age.fresh();
        }
        String often = lists == 1 ? age.once() : String.format(locale(), age.often(), lists);
        return often + ", " + age.since() + " " + day(since);
    }

    private DateTimeFormatter formatted(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale());
    }

    private Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
