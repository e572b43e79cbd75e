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
import java.util.Objects;
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
    public static final String UNKNOWN_ADVISOR = "unknown_advisor";

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

    /** The first day whose list would be frozen after a time. */
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
     * @param next the day when the book is woken next
     */
    public List<ListEffect> change(String actionId, Change change, LocalDate next) {
        Standing standing = pages.find(actionId);
        if (standing != null) {
            write(actionId, upTo(frozenAt(next), standing.withAhead(change)));
        }
        return told();
    }

    /** A day has come, on which the book is woken: on a working day its list is frozen; what has expired leaves the book. */
    public List<ListEffect> wake(LocalDate day) {
        long frozenAt = frozenAt(day);
        List<Standing> open = openAt(frozenAt);
        if (advisor.worksOn(day)) {
            freeze(day, open);
        } else {
            bound(open, frozenAt);
        }
        seeWhatCameAfter(day, open);
        return told();
    }

    /** The advisor has left: nobody calls the customers any more. */
    public List<ListEffect> end(long time) {
        for (Standing standing : pages.all()) {
            if (standing.isListed()) {
                close(standing, new Change(UNKNOWN_ADVISOR, null, time), null);
            }
            fail(standing, UNKNOWN_ADVISOR, time);
        }
        return told();
    }

    private void freeze(LocalDate day, List<Standing> open) {
        long cutOff = advisor.branch().cutOffOn(day);
        Ranking ranking = Ranking.of(
                open.stream()
                        .filter(standing -> standing.isProposedOn(day, cutOff))
                        .toList(),
                advisor);
        Set<String> listed = new HashSet<>();
        Set<String> called = new HashSet<>();
        for (Standing standing : ranking.rows()) {
            listed.add(standing.proposal().actionId());
            called.add(standing.proposal().customer());
        }
        List<Standing> waiting = open.stream()
                .filter(standing -> !listed.contains(standing.proposal().actionId()))
                .toList();
        publish(ranking, day);
        ranking.rows().forEach(standing -> list(standing, day));
        waiting.forEach(standing -> leaveOut(standing, called, frozenAt(day)));
        bound(waiting, frozenAt(day));
    }

    /** What is left of all proposals at a time, the worthiest first. */
    private List<Standing> openAt(long time) {
        List<Standing> all = new ArrayList<>(pages.all());
        all.sort(Ranking.WORTHIEST_FIRST);
        List<Standing> open = new ArrayList<>();
        for (Standing standing : all) {
            Standing left = upTo(time, standing);
            if (left != standing) {
                write(standing.proposal().actionId(), left);
            }
            if (left != null && left.proposal().expiresAt() < time) {
                expire(left, time);
            } else if (left != null) {
                open.add(left);
            }
        }
        return open;
    }

    private void expire(Standing standing, long time) {
        if (standing.isListed()) {
            close(standing, new Change(Change.EXPIRED, null, standing.proposal().expiresAt() + 1), null);
        }
        fail(standing, NOT_CALLED, time);
    }

    /** Counts only what had been decided by then: how far ahead proposals have come makes no difference. */
    private void bound(List<Standing> waiting, long time) {
        waiting.stream()
                .filter(standing -> standing.proposal().decidedAt() <= time)
                .skip(MAX_WAITING)
                .forEach(standing -> fail(standing, LIST_FULL, time));
    }

    /** What happened between this day and the next, as far as it is known already. */
    private void seeWhatCameAfter(LocalDate day, List<Standing> open) {
        for (Standing before : open) {
            Standing standing = before.ahead().isEmpty()
                    ? null
                    : pages.find(before.proposal().actionId());
            if (standing != null) {
                write(before.proposal().actionId(), upTo(frozenAt(day.plusDays(1)), standing));
            }
        }
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

    /** @param called the customers who are to be called all the same */
    private void leaveOut(Standing standing, Set<String> called, long time) {
        if (standing.isListed()) {
            if (!called.contains(standing.proposal().customer())) {
                plan(standing, false, time);
            }
            pages.put(standing.unlisted());
        }
    }

    /** Who was put off has been called. */
    private void fail(Standing standing, String reason, long time) {
        Proposal proposal = standing.proposal();
        if (standing.hiddenUntil() == null) {
            effects.add(new Fail(proposal.customer(), advisor.id(), proposal.actionId(), reason, time));
        }
        pages.remove(proposal.actionId());
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

    /** What has expired stays in the book until it is woken: an answer may still come. */
    private @Nullable Standing changed(Standing standing, Change change) {
        LocalDate until = change.until();
        boolean comesBack = until != null && !until.isAfter(lastDay(standing.proposal()));
        if (standing.isListed()) {
            close(standing, change, comesBack ? until : null);
        }
        if (change.reason().equals(Change.EXPIRED)) {
            return standing.unlisted();
        }
        return comesBack && until != null ? standing.hiddenUntil(until) : null;
    }

    /** What is put off beyond it has ended. */
    private LocalDate lastDay(Proposal proposal) {
        return Instant.ofEpochMilli(proposal.expiresAt())
                .atZone(advisor.branch().zone())
                .toLocalDate();
    }

    /** Of whom is forgotten nothing more is said to the events. */
    private void close(Standing standing, Change change, @Nullable LocalDate until) {
        Proposal proposal = standing.proposal();
        effects.add(new Close(new RowClosed(
                AdvisorList.id(advisor.id(), Objects.requireNonNull(standing.listedOn())),
                advisor.id(),
                proposal.actionId(),
                proposal.customer(),
                change.reason(),
                until,
                change.time())));
        if (!change.reason().equals(Change.ERASED)) {
            plan(standing, false, change.time());
        }
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
