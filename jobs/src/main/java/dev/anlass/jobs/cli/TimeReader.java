package dev.anlass.jobs.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time with any offset, such as {@code 2026-03-02T21:00:00+01:00}. */
final class TimeReader implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException mistake) {
            throw new TypeConversionException("\"" + text + "\" is no time such as 2026-03-02T20:00:00Z");
        }
    }
}
