package dev.anlass.benchmarks.mix;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers with a fixed count of digits behind the point, the same on every Java. */
final class Decimals {

    private Decimals() {}

    static String of(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    static String ofCents(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
