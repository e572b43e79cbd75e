package dev.anlass.benchmarks.peers;

import java.util.Arrays;
import java.util.Set;

/**
 * How many matches were found, and a checksum of customer, rule and completing event that does not depend on their order.
 * Of each rule a completing event counts once, however many items waited for it.
 */
public final class Tally {

    private static final long NONE = -1;

    private final long[] lastOfRule = new long[VisitRule.MOST];
    private long matches;
    private long checksum;

    public Tally() {
        Arrays.fill(lastOfRule, NONE);
    }

    /** Of matches that are all different. */
    public static Found of(Set<Match> matches) {
        Tally tally = new Tally();
        matches.forEach(match -> tally.add(match.rule(), match.customer(), match.completing()));
        return tally.found();
    }

    /** @param completing number of the event; those of one event come one behind the other */
    public void add(int rule, String customer, long completing) {
        if (lastOfRule[rule] != completing) {
            lastOfRule[rule] = completing;
            matches++;
            checksum += mixed(mixed(completing * VisitRule.MOST + rule) + customer.hashCode());
        }
    }

    /** What this found, to be compared. */
    public Found found() {
        return new Found(matches, checksum);
    }

    /** Equal if the same was found. */
    public record Found(long matches, long checksum) {

        /** @throws IllegalStateException if somebody found anything else */
        public void mustBe(Found other, String who) {
            if (!equals(other)) {
                throw new IllegalStateException(who + " found " + other + ", not " + this);
            }
        }
    }

    /** The last step of SplitMix64: every bit depends on every bit. */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
