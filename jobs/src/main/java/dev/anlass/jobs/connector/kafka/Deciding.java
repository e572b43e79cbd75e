package dev.anlass.jobs.connector.kafka;

import dev.anlass.jobs.operator.PublishedBundle;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of the published bundles decide at a time. */
public final class Deciding {

    private Deciding() {}

    /** The bundle with the largest effective time that is not later; the first one also decides what is older. */
    public static Optional<PublishedBundle> at(Instant time, List<PublishedBundle> published) {
        Comparator<PublishedBundle> byTime = Comparator.comparingLong(PublishedBundle::effectiveFrom);
        return published.stream()
                .filter(bundle -> bundle.effectiveFrom() <= time.toEpochMilli())
                .reduce((one, next) -> byTime.compare(one, next) > 0 ? one : next)
                .or(() -> published.stream().min(byTime));
    }

    /** The one that decides last of all. */
    public static Optional<PublishedBundle> last(List<PublishedBundle> published) {
        return at(Instant.ofEpochMilli(Long.MAX_VALUE), published);
    }

    /** That one, and all that decide later. */
    static List<PublishedBundle> nowAndLater(List<PublishedBundle> published, Instant now) {
        Optional<PublishedBundle> deciding = at(now, published);
        return published.stream()
                .filter(bundle -> bundle.effectiveFrom() > now.toEpochMilli() || deciding.equals(Optional.of(bundle)))
                .toList();
    }
}
