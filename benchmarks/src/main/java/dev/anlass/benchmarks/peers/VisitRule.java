package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.peers.ShopEvent.Kind;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A customer puts something of a category into the basket that costs more than a threshold, and then visits a shop
 * within 24 hours without having bought that item. Of several visits the first counts; several items that wait for the
 * same visit are one match.
 *
 * @param number from 0; the category's number too
 */
public record VisitRule(int number, double threshold) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How many rules there can be: one for each category. */
    public static final int MOST = 1000;

    /** From the addition to the visit, inclusive. */
    public static final Duration WITHIN = Duration.ofHours(24);

    private static final String NAME = "visit-after-basket-";

    public static List<VisitRule> first(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new VisitRule(number, 20 + number * 7 % 60))
                .toList();
    }

    public String name() {
        return NAME + number;
    }

    /** The number of the rule with a name. */
    public static int number(String name) {
        return Integer.parseInt(name, NAME.length(), name.length(), 10);
    }

    public String category() {
        return "k" + number;
    }

    /** Whether the rule goes on from the event. */
    public boolean isBegunBy(ShopEvent event) {
        return event.kind() == Kind.ADDED
                && event.price() > threshold
                && event.category().equals(category());
    }

    /** Whether the rule may end with the event, or end in vain. */
    public boolean mayBeEndedBy(ShopEvent event) {
        return event.kind() == Kind.PURCHASED || event.kind() == Kind.VISITED;
    }
}
