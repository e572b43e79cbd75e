package dev.anlass.engine.rulefile;

import dev.anlass.engine.rulefile.Node.Scalar;
import dev.anlass.engine.rulefile.Node.Sequence;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values of rule files; what is wrong is reported, and null returned. */
public final class Values {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.:/-]{0,199}");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern TIME_OF_DAY = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?");
    private static final Pattern DATE_ONLY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String DAYS = "expected: all, weekdays, weekend or a list such as [mon, sat]";
    private static final String TIMESTAMP = "expected: a time such as 2026-03-02T20:00:00Z";

    private final Findings findings;

    public Values(Findings findings) {
        this.findings = findings;
    }

    /** Any text; nothing is none. */
    public @Nullable String text(Node node) {
        Scalar scalar = scalar(node, "text");
        return scalar == null ? null : scalar.text();
    }

    /** Text that names something: no white space, no control characters. */
    public @Nullable String name(Node node) {
        Scalar scalar = scalar(node, "a name");
        if (scalar == null) {
            return null;
        }
        if (NAME.matcher(scalar.text()).matches()) {
            return scalar.text();
        }
        return wrong(scalar, scalar.kind() + " is no name", "expected: letters, digits and _ - . : /");
    }

    /** A name that conditions can write. */
    public @Nullable String identifier(Node node) {
        Scalar scalar = scalar(node, "a name");
        if (scalar == null || isIdentifier(scalar.text())) {
            return scalar == null ? null : scalar.text();
        }
        String guess = scalar.text().replaceAll("[^A-Za-z0-9_]", "_");
        String wayOut = isIdentifier(guess) ? "did you mean \"" + guess + "\"?" : "expected: letters, digits and _";
        return wrong(scalar, "conditions cannot write the name " + scalar.kind(), wayOut);
    }

    static boolean isIdentifier(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    public @Nullable Long whole(Node node, long least, long most) {
        String expected = "a whole number from " + least + " to " + most;
        Scalar scalar = scalar(node, expected);
        if (scalar == null) {
            return null;
        }
        if (WHOLE.matcher(scalar.text()).matches()) {
            long number = Long.parseLong(scalar.text());
            if (number >= least && number <= most) {
                return number;
            }
        }
        return wrong(scalar, scalar.kind() + " is not " + expected, null);
    }

    public @Nullable Double number(Node node) {
        Scalar scalar = scalar(node, "a number");
        if (scalar == null) {
            return null;
        }
        Double number = number(scalar.text());
        return number != null
                ? number
                : wrong(scalar, scalar.kind() + " is no number", "expected: a number such as 12.5");
    }

    static @Nullable Double number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? number : null;
    }

    static boolean isWhole(String text) {
        return WHOLE.matcher(text).matches();
    }

    /** Milliseconds. */
    public @Nullable Long duration(Node node) {
        Scalar scalar = scalar(node, "a duration such as 90m");
        if (scalar == null) {
            return null;
        }
        OptionalLong millis = Durations.millis(scalar.text());
        return millis.isPresent()
                ? (Long) millis.getAsLong()
                : wrong(scalar, scalar.kind() + " is no duration", durationHint(scalar.text()));
    }

    private static String durationHint(String text) {
        if (text.startsWith("calendar")) {
            return "expected: an exact duration such as 7d; calendar units only stand in \"per\" of a cap";
        }
        if (text.matches("\\d+w")) {
            return "did you mean \"" + Long.parseLong(text.substring(0, Math.min(9, text.length() - 1))) * 7 + "d\"?";
        }
        return "expected: whole d, h, m and s in this order, such as 90m, 7d or 1h30m, at most 3650d";
    }

    /** Percent, 0 to 100; the sign is mandatory. */
    public @Nullable Double percent(Node node) {
        Scalar scalar = scalar(node, "percent such as 10%");
        if (scalar == null) {
            return null;
        }
        String text = scalar.text().strip();
        Double number =
                text.endsWith("%") ? number(text.substring(0, text.length() - 1).strip()) : null;
        return number != null && number >= 0 && number <= 100
                ? number
                : wrong(scalar, scalar.kind() + " is not percent", "expected: 0% to 100%, such as 10%");
    }

    public @Nullable LocalTime timeOfDay(Node node) {
        Scalar scalar = scalar(node, "a time of day such as \"07:00\"");
        if (scalar == null) {
            return null;
        }
        return TIME_OF_DAY.matcher(scalar.text()).matches()
                ? LocalTime.parse(scalar.text())
                : wrong(scalar, scalar.kind() + " is no time of day", "expected: \"00:00\" to \"23:59\"");
    }

    /** Milliseconds since 1970 of an RFC 3339 time; a date is its midnight in UTC. */
    public @Nullable Long timestamp(Node node) {
        Scalar scalar = scalar(node, "a time such as 2026-03-02T20:00:00Z");
        if (scalar == null) {
            return null;
        }
        String text = DATE_ONLY.matcher(scalar.text()).matches() ? scalar.text() + "T00:00:00Z" : scalar.text();
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException mistake) {
            return wrong(scalar, scalar.kind() + " is no time", TIMESTAMP);
        }
    }

    public @Nullable Set<DayOfWeek> days(Node node) {
        if (node instanceof Sequence list) {
            return listedDays(list);
        }
        Scalar scalar = scalar(node, "days");
        if (scalar == null) {
            return null;
        }
        return switch (scalar.text()) {
            case "all" -> EnumSet.allOf(DayOfWeek.class);
            case "weekdays" -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
            case "weekend" -> EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            default -> day(scalar);
        };
    }

    private @Nullable Set<DayOfWeek> listedDays(Sequence list) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (Node item : list.items()) {
            Scalar scalar = scalar(item, "a day such as mon");
            Set<DayOfWeek> day = scalar == null ? null : day(scalar);
            if (day != null) {
                days.addAll(day);
            }
        }
        return days.isEmpty() && list.items().isEmpty() ? wrong(list, "there is no day in the list", DAYS) : days;
    }

    private @Nullable Set<DayOfWeek> day(Scalar scalar) {
        String text = scalar.text().toLowerCase(Locale.ROOT);
        List<String> known = new ArrayList<>(List.of("all", "weekdays", "weekend"));
        for (DayOfWeek day : DayOfWeek.values()) {
            String full = day.name().toLowerCase(Locale.ROOT);
            if (text.equals(full) || text.equals(full.substring(0, 3))) {
                return EnumSet.of(day);
            }
            known.add(full);
        }
        String wayOut = Words.nearestWord(text, known).map(Words::didYouMean).orElse(DAYS);
        return wrong(scalar, scalar.kind() + " is no day", wayOut);
    }

    /** One of a few words, written in small letters. */
    public <E extends Enum<E>> @Nullable E word(Node node, Class<E> words) {
        List<String> known = new ArrayList<>();
        Scalar scalar = scalar(node, "a word");
        if (scalar == null) {
            return null;
        }
        for (E word : words.getEnumConstants()) {
            String text = word.name().toLowerCase(Locale.ROOT);
            if (text.equals(scalar.text())) {
                return word;
            }
            known.add(text);
        }
        return wrong(scalar, scalar.kind() + " is not known here", Words.nearest(scalar.text(), known));
    }

    /** The scalar that a node should be; reported if it is something else or nothing. */
    public @Nullable Scalar scalar(Node node, String expected) {
        if (node instanceof Scalar scalar && !scalar.isNothing()) {
            return scalar;
        }
        return wrong(node, expected + " is needed, not " + node.kind(), null);
    }

    /** Reports; null, whatever was to be read. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <T> @Nullable T wrong(Node node, String message, @Nullable String wayOut) {
        findings.error(node.at(), message, wayOut);
        return null;
    }
}
