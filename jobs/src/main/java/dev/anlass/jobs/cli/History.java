package dev.anlass.jobs.cli;

import dev.anlass.jobs.operator.PublishedBundle;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The bundles that were published, in the order in which they decide; at least one. */
record History(List<PublishedBundle> bundles) {

    static History of(List<PublishedBundle> published) {
        if (published.isEmpty()) {
            throw Answer.no("no bundle is published, so there is none to go back to; publish one with"
                    + " `anlass deploy DIR`.");
        }
        return new History(published.stream()
                .sorted(Comparator.comparingLong(PublishedBundle::effectiveFrom))
                .toList());
    }

    PublishedBundle last() {
        return bundles.get(bundles.size() - 1);
    }

    /**
     * The bundle before the rules of the last one came up, so that going back twice goes back two steps. Nothing can
     * decide before a bundle that was deployed for a later day, so then it is not clear what to go back from.
     *
     * @param soon a bundle that decides by then was deployed to decide at once
     */
    PublishedBundle backFromLast(Instant soon) {
        Instant from = Instant.ofEpochMilli(last().effectiveFrom());
        if (from.isAfter(soon)) {
            throw Answer.no("bundle " + last().number() + " is to decide from " + from
                    + " on, and no other can before it; name the bundle that is to decide right after it, and stop what"
                    + " must not go out until then with `anlass stop`.");
        }
        int first = 0;
        while (!hasRulesOf(bundles.get(first), last())) {
            first++;
        }
        if (first == 0) {
            throw Answer.no("before the rules of bundle " + last().number() + " there were no others; name the bundle"
                    + " to go back to, `anlass status` shows them.");
        }
        return bundles.get(first - 1);
    }

    PublishedBundle backTo(String number) {
        PublishedBundle named = bundles.stream()
                .filter(bundle -> bundle.number().equals(number))
                .findFirst()
                .orElseThrow(() -> Answer.no(
                        "there is no bundle " + number + "; `anlass status --json` shows the numbers of all."));
        if (hasRulesOf(named, last())) {
            throw Answer.no(
                    "the last bundle, " + last().number() + ", has the rules of bundle " + number + " already.");
        }
        return named;
    }

    private static boolean hasRulesOf(PublishedBundle one, PublishedBundle other) {
        return one.announcement().sha256().equals(other.announcement().sha256());
    }
}
