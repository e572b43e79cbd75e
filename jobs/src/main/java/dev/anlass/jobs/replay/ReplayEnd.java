package dev.anlass.jobs.replay;

import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How far time passes after the last event of a replay. */
public sealed interface ReplayEnd {

    /** Lets time pass to the end. */
    List<Emission> reach(Population population);

    /**
     * The program with which it is reached.
     *
     * @param newest time of the newest accepted event, in milliseconds since 1970
     */
    default Program program(Program before, long newest) {
        return before;
    }

    /** To the newest event that was accepted. */
    record NewestEvent() implements ReplayEnd {
        @Override
        public List<Emission> reach(Population population) {
            return population.passTo(population.newestAccepted());
        }

        @Override
        public String toString() {
            return "newest event";
        }
    }

    /** To a time, in milliseconds since 1970. */
    record At(long time) implements ReplayEnd {
        @Override
        public List<Emission> reach(Population population) {
            return population.passTo(time);
        }

        @Override
        public String toString() {
            return Instant.ofEpochMilli(time).toString();
        }
    }

    /** Until every wait and every held candidate has come due. */
    record AllDone() implements ReplayEnd {
        @Override
        public List<Emission> reach(Population population) {
            return population.passUntilDone();
        }

        @Override
        public Program program(Program before, long newest) {
            return before.under(before.settings().withSchedulesThrough(newest));
        }

        @Override
        public String toString() {
            return "end";
        }
    }

    /** Reads what stands after {@code --until}. */
    final class Reader implements ITypeConverter<ReplayEnd> {
        @Override
        public ReplayEnd convert(String text) {
            if (text.equals("end")) {
                return new AllDone();
            }
            try {
                return new At(OffsetDateTime.parse(text).toInstant().toEpochMilli());
            } catch (DateTimeException | ArithmeticException mistake) {
                throw new TypeConversionException(
                        "\"" + text + "\" is neither \"end\" nor a time such as 2026-03-02T20:00:00Z");
            }
        }
    }
}
