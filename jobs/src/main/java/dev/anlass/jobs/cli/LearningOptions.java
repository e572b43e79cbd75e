package dev.anlass.jobs.cli;

import dev.anlass.jobs.learn.LearningSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how is learned. */
final class LearningOptions {

    @Option(
            names = "--segment",
            paramLabel = "NAME",
            description = "the segment by whose types is learned as well (default: by action alone)")
    private @Nullable String segment;

    @Option(
            names = "--half-life",
            paramLabel = "DURATION",
            defaultValue = "14d",
            converter = DurationReader.class,
            description = "after which a trial counts half (default: ${DEFAULT-VALUE})")
    private long halfLifeMillis;

    @Option(
            names = "--window",
            paramLabel = "DURATION",
            defaultValue = "7d",
            converter = DurationReader.class,
            description = "how long a success is waited for; nothing counts before (default: ${DEFAULT-VALUE})")
    private long windowMillis;

    @Option(
            names = "--success",
            split = ",",
            paramLabel = "FEEDBACK",
            defaultValue = "accepted,converted",
            description = "which feedback is a success: opened, accepted, converted (default: ${DEFAULT-VALUE})")
    private List<String> success = List.of();

    @Option(
            names = "--prior",
            split = ",",
            arity = "1",
            paramLabel = "A,B",
            defaultValue = "1,1",
            description = "successes and failures that every belief begins with (default: ${DEFAULT-VALUE})")
    private List<Double> prior = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "of the draws; stands in the table (default: ${DEFAULT-VALUE})")
    private long seed;

    /** The options as settings; the command ends if they make no sense. */
    LearningSettings settingsOrEnd() {
        Set<String> types = new TreeSet<>();
        for (String name : success) {
            try {
                types.add(LearningSettings.success(name));
            } catch (IllegalArgumentException mistake) {
                throw Answer.usedWrongly(String.valueOf(mistake.getMessage()));
            }
        }
        List<Double> counts = new ArrayList<>(prior);
        if (counts.size() != 2 || counts.stream().anyMatch(count -> !(count > 0) || count.isInfinite())) {
            throw Answer.usedWrongly("--prior takes two numbers above 0, such as 1,1 or 2,48.");
        }
        if (halfLifeMillis <= 0 || windowMillis <= 0) {
            throw Answer.usedWrongly("--half-life and --window take a duration above 0, such as 14d.");
        }
        return new LearningSettings(segment, halfLifeMillis, windowMillis, types, counts.get(0), counts.get(1), seed);
    }
}
