package dev.anlass.benchmarks.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How a figure is written for people. */
enum Form {
    /** As it is, with three digits at least. */
    PLAIN(1),
    /** Nanoseconds as microseconds. */
    MICROSECONDS(1_000),
    /** Nanoseconds as milliseconds. */
    MILLISECONDS(1_000_000),
    /** Milliseconds as seconds. */
    SECONDS(1_000),
    /** Bytes as megabytes. */
    MEGABYTES(1_000_000);

    /** What stands where there is no figure. */
    static final String NONE = "–";

    private static final MathContext DIGITS = new MathContext(3);
    private static final int WHOLE_FROM = 100;

    private final double divisor;

    Form(double divisor) {
        this.divisor = divisor;
    }

    static Form named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String of(JsonNode figure) {
        if (figure.isTextual()) {
            return figure.asText();
        }
        return figure.isNumber() && Double.isFinite(figure.asDouble()) ? of(figure.asDouble()) : NONE;
    }

    String of(double figure) {
        double value = figure / divisor;
        if (Math.abs(value) >= WHOLE_FROM) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
