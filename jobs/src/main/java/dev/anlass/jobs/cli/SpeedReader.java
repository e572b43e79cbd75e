package dev.anlass.jobs.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many times faster something is to happen; {@code max} is infinite. */
final class SpeedReader implements ITypeConverter<Double> {

    @Override
    public Double convert(String text) {
        if (text.equals("max")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double speed = Double.parseDouble(text);
            if (speed > 0) {
                return speed;
            }
        } catch (NumberFormatException mistake) {
            // Said below.
        }
        throw new TypeConversionException("\"" + text + "\" is neither \"max\" nor a factor such as 3600");
    }
}
