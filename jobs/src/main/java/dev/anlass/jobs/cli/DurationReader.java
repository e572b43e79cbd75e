package dev.anlass.jobs.cli;

import dev.anlass.engine.rulefile.Durations;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration such as {@code 90s}, in milliseconds. */
final class DurationReader implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        return Durations.millis(text)
                .orElseThrow(
                        () -> new TypeConversionException("\"" + text + "\" is no duration such as 60s, 5m or 1h30m"));
    }
}
