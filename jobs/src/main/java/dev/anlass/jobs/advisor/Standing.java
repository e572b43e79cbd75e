package dev.anlass.jobs.advisor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal in the book of an advisor.
 *
 * @param lists on how many lists it has stood so far
 * @param since the day of the first of them; null if it has stood on none
 * @param listedOn the day of the newest list, if it has an open row there
 * @param hiddenUntil the day from which it is proposed again, if it was put off
 * @param ahead what has happened after the next freezing of a list, oldest first: the list is made as if it had not
 */
public record Standing(
        Proposal proposal,
        int lists,
        @Nullable LocalDate since,
        @Nullable LocalDate listedOn,
        @Nullable LocalDate hiddenUntil,
        List<Change> ahead) {

    private static final Comparator<Change> OLDEST_FIRST =
            Comparator.comparingLong(Change::time).thenComparing(Change::reason);

    public Standing {
        ahead = List.copyOf(ahead);
    }

    static Standing fresh(Proposal proposal) {
        return new Standing(proposal, 0, null, null, null, List.of());
    }

    boolean isListed() {
        return listedOn != null;
    }

    /** Whether a list of a day may have it, if it is among the best. */
    boolean isProposedOn(LocalDate day, long cutOff) {
        return proposal.decidedAt() <= cutOff && (hiddenUntil == null || !hiddenUntil.isAfter(day));
    }

    Standing listedOn(LocalDate day) {
        return new Standing(proposal, lists + 1, since == null ? day : since, day, hiddenUntil, ahead);
    }

    Standing unlisted() {
        return isListed() ? new Standing(proposal, lists, since, null, hiddenUntil, ahead) : this;
    }

    Standing hiddenUntil(LocalDate day) {
        return new Standing(proposal, lists, since, null, day, ahead);
    }

    Standing withAhead(Change change) {
        List<Change> more = new ArrayList<>(ahead);
        more.add(change);
        more.sort(OLDEST_FIRST);
        return new Standing(proposal, lists, since, listedOn, hiddenUntil, more);
    }

    /** What is still ahead after a time. */
    Standing after(long time) {
        List<Change> later =
                ahead.stream().filter(change -> change.time() > time).toList();
        return later.size() == ahead.size() ? this : new Standing(proposal, lists, since, listedOn, hiddenUntil, later);
    }
}
