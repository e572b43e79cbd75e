package dev.anlass.jobs.advisor;

import dev.anlass.jobs.advisor.ListEffect.Close;
import dev.anlass.jobs.advisor.ListEffect.Fail;
import dev.anlass.jobs.advisor.ListEffect.Plan;
import dev.anlass.jobs.advisor.ListEffect.Publish;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The book of one advisor: all proposals that wait for a call, from which each working day's list is made.
 *
 * <p>A list is what the book says at the cut-off. It is frozen some time later, when all has arrived that happened up to
 * the cut-off: what was taken back until then is left out; what happened after it is seen only behind the list. So it makes
 * no difference in which order proposals arrive, and what becomes of each.
 */
public final class Book {

    /** How many proposals wait for another day at most; the least worthy give way. */
    public static final int MAX_WAITING = 5_000;

    static final String NOT_CALLED = "not_called";
    static final String LIST_FULL = "list_full";

    private final Advisor advisor;
    private final Pages pages;
    private final RowWriter writer;
    private final long latenessMillis;
    private final List<ListEffect> effects = new ArrayList<>();

    /** Where proposals stand, by the ids of their actions. */
    public interface Pages {

        @Nullable
        Standing find(String actionId);

        void put(Standing standing);

        void remove(String actionId);

        /** All of them, in any order; they may be put and removed afterwards. */
        List<Standing> all();
    }

    /** Words a row. */
    public interface RowWriter {
        Row row(Standing standing, int rank, Advisor advisor);
    }

    /** @param latenessMillis how long after the cut-off a list is frozen */
    public Book(Advisor advisor, Pages pages, RowWriter writer, long latenessMillis) {
        this.advisor = advisor;
        this.pages = pages;
        this.writer = writer;
        this.latenessMillis = latenessMillis;
    }

    /** When the list of a day is frozen, in milliseconds since 1970. */
    public long frozenAt(LocalDate day) {
        return advisor.branch().cutOffOn(day) + latenessMillis;
    }

    /** The first day whose list is frozen after a time. */
    public LocalDate firstDayAfter(long time) {
        return advisor.firstDayFrom(time - latenessMillis + 1);
    }

    /** A proposal comes; one that is known already changes nothing. */
    public void propose(Proposal proposal) {
        if (pages.find(proposal.actionId()) == null) {
            pages.put(Standing.fresh(proposal));
        }
    }

    /**
     * Something happens to a proposal.
     *
     * @param next the day of the next list
     */
    public List<ListEffect> change(String actionId, Change change, LocalDate next) {
        Standing standing = pages.find(actionId);
        if (standing != null) {
            write(actionId, upTo(frozenAt(next), standing.withAhead(change)));
        }
        return told();
    }

    /** Freezes the list of a day. */
    public List<ListEffect> freeze(LocalDate day) {
        long frozenAt = frozenAt(day);
        long cutOff = advisor.branch().cutOffOn(day);
        List<Standing> open = openAt(frozenAt);
        Ranking ranking = Ranking.of(
                open.stream()
                        .filter(standing -> standing.isProposedOn(day, cutOff))
                        .toList(),
                advisor);
        List<Standing> waiting = withoutRow(open, ranking.rows());
        publish(ranking, day);
        ranking.rows().forEach(standing -> list(standing, day));
        waiting.stream().limit(MAX_WAITING).forEach(standing -> leaveOut(standing, frozenAt));
        waiting.stream().skip(MAX_WAITING).forEach(standing -> fail(standing, LIST_FULL, frozenAt));
        seeWhatCameAfter(frozenAt, open);
        return told();
    }

    /** What is left of all proposals at a freezing, the worthiest first. */
    private List<Standing> openAt(long frozenAt) {
        List<Standing> open = new ArrayList<>();
        for (Standing standing : inOrder()) {
            Standing left = settle(standing, frozenAt);
            if (left != null && !hasExpired(left, frozenAt)) {
                open.add(left);
            }
        }
        return open;
    }

    /** What happened between this freezing and the next, as far as it is known already. */
    private void seeWhatCameAfter(long frozenAt, List<Standing> open) {
        long nextFrozenAt = frozenAt(firstDayAfter(frozenAt));
        for (Standing before : open) {
            Standing standing = before.ahead().isEmpty()
                    ? null
                    : pages.find(before.proposal().actionId());
            if (standing != null) {
                settle(standing, nextFrozenAt);
            }
        }
    }

    private List<Standing> inOrder() {
        List<Standing> all = new ArrayList<>(pages.all());
        all.sort(Ranking.WORTHIEST_FIRST);
        return all;
    }

    private static List<Standing> withoutRow(List<Standing> open, List<Standing> rows) {
        Set<String> listed = new HashSet<>();
        rows.forEach(standing -> listed.add(standing.proposal().actionId()));
        return open.stream()
                .filter(standing -> !listed.contains(standing.proposal().actionId()))
                .toList();
    }

    private void publish(Ranking ranking, LocalDate day) {
        List<Row> rows = new ArrayList<>();
        for (Standing standing : ranking.rows()) {
            rows.add(writer.row(standing.listedOn(day), rows.size() + 1, advisor));
        }
        Branch branch = advisor.branch();
        effects.add(new Publish(new AdvisorList(
                AdvisorList.id(advisor.id(), day),
                advisor.id(),
                branch.name(),
                day,
                branch.zone(),
                advisor.language(),
                branch.cutOffOn(day),
                rows,
                ranking.leftOut())));
    }

    private void list(Standing standing, LocalDate day) {
        if (!standing.isListed()) {
            plan(standing, true, frozenAt(day));
        }
        pages.put(standing.listedOn(day));
    }

    private void leaveOut(Standing standing, long time) {
        if (standing.isListed()) {
            plan(standing, false, time);
            pages.put(standing.unlisted());
        }
    }

    private boolean hasExpired(Standing standing, long time) {
        boolean hasExpired = standing.proposal().expiresAt() <= time;
        if (hasExpired) {
            fail(standing, NOT_CALLED, time);
        }
        return hasExpired;
    }

    /** Who was put off has been called. */
    private void fail(Standing standing, String reason, long time) {
        if (standing.isListed()) {
            plan(standing, false, time);
        }
        Proposal proposal = standing.proposal();
        if (standing.hiddenUntil() == null) {
            effects.add(new Fail(proposal.customer(), advisor.id(), proposal.actionId(), reason, time));
        }
        pages.remove(proposal.actionId());
    }

    private @Nullable Standing settle(Standing standing, long time) {
        Standing left = upTo(time, standing);
        if (left != standing) {
            write(standing.proposal().actionId(), left);
        }
        return left;
    }

    /** A proposal with all that happened to it up to a time; null if nothing is left of it. */
    private @Nullable Standing upTo(long time, Standing standing) {
        Standing left = standing.after(time);
        for (Change change : standing.ahead()) {
            if (left != null && change.time() <= time) {
                left = changed(left, change);
            }
        }
        return left;
    }

    private void write(String actionId, @Nullable Standing standing) {
        if (standing == null) {
            pages.remove(actionId);
        } else {
            pages.put(standing);
        }
    }

    private @Nullable Standing changed(Standing standing, Change change) {
        LocalDate until = change.until();
        boolean comesBack = until != null && !until.isAfter(lastDay(standing.proposal()));
        LocalDate listedOn = standing.listedOn();
        if (listedOn != null) {
            close(standing.proposal(), listedOn, change, comesBack ? until : null);
            plan(standing, false, change.time());
        }
        return comesBack && until != null ? standing.hiddenUntil(until) : null;
    }

    /** What is put off beyond it has ended. */
    private LocalDate lastDay(Proposal proposal) {
        return Instant.ofEpochMilli(proposal.expiresAt())
                .atZone(advisor.branch().zone())
                .toLocalDate();
    }

    private void close(Proposal proposal, LocalDate day, Change change, @Nullable LocalDate until) {
        effects.add(new Close(new RowClosed(
                AdvisorList.id(advisor.id(), day),
                advisor.id(),
                proposal.actionId(),
                proposal.customer(),
                change.reason(),
                until,
                change.time())));
    }

    private void plan(Standing standing, boolean isPlanned, long time) {
        Proposal proposal = standing.proposal();
        effects.add(new Plan(proposal.customer(), advisor.id(), proposal.actionId(), isPlanned, time));
    }

    private List<ListEffect> told() {
        List<ListEffect> told = List.copyOf(effects);
        effects.clear();
        return told;
    }
}
