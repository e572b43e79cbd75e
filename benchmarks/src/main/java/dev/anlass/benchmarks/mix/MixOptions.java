package dev.anlass.benchmarks.mix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said on the command line: options with a value each, such as {@code --triggers 100}, and words without dashes.
 *
 * <p>{@code --seed --triggers --matching --customers --shops --events --unread --every-event} change the shape of a mix.
 */
public final class MixOptions {

    private static final List<String> OF_A_MIX =
            List.of("seed", "triggers", "matching", "customers", "shops", "events", "unread", "every-event");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    private MixOptions() {}

    public static MixOptions of(String... arguments) {
        MixOptions options = new MixOptions();
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                options.words.add(arguments[i]);
            } else if (i + 1 < arguments.length && !arguments[i + 1].startsWith("--")) {
                options.values.put(arguments[i].substring(2), arguments[++i]);
            } else {
                options.values.put(arguments[i].substring(2), "true");
            }
        }
        return options;
    }

    public List<String> words() {
        return List.copyOf(words);
    }

    public boolean has(String option) {
        return values.containsKey(option);
    }

    public @Nullable String value(String option) {
        return values.get(option);
    }

    public int number(String option, int otherwise) {
        String value = values.get(option);
        return value == null ? otherwise : Integer.parseInt(value.replace("_", ""));
    }

    /** @throws IllegalArgumentException if something was said about a mix: what was recorded is as it is */
    public void requireNoneOfAMix() {
        for (String option : OF_A_MIX) {
            if (has(option)) {
                throw new IllegalArgumentException("--" + option + " is of a mix: what was recorded is as it is");
            }
        }
    }

    /** The usual mix with what was said about it. */
    public MixShape shape() {
        return shape(has("every-event") ? MixShape.EVERY_EVENT_COUNTS : MixShape.RETAIL);
    }

    /** Another mix with what was said about it. */
    public MixShape shape(MixShape usual) {
        MixShape shape = usual;
        if (has("triggers")) {
            int triggers = number("triggers", 0);
            shape = shape.withTriggers(triggers, number("matching", triggers));
        }
        String unread = value("unread");
        if (unread != null) {
            shape = shape.withUnread(Double.parseDouble(unread));
        }
        return shape.withSeed(number("seed", (int) shape.seed()))
                .withCustomers(number("customers", shape.traffic().customers()))
                .withShops(number("shops", shape.rules().shops()))
                .withEvents(number("events", (int) shape.traffic().measured()));
    }
}
