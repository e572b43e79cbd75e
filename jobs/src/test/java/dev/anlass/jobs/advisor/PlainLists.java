package dev.anlass.jobs.advisor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lists of one advisor, worked out for each day anew from all that ever happened: slow, and evidently right. */
public final class PlainLists {

    private final Advisor advisor;
    private final long latenessMillis;
    private final List<Proposal> proposals;
    private final Map<String, List<Change>> changes;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> lists = new HashMap<>();

    public PlainLists(
            Advisor advisor, long latenessMillis, List<Proposal> proposals, Map<String, List<Change>> changes) {
        this.advisor = advisor;
        this.latenessMillis = latenessMillis;
        this.proposals = List.copyOf(proposals);
        this.changes = Map.copyOf(changes);
    }

    /** A line for each list of some days, and one for each row that is closed before the next. */
    public List<String> lines(List<LocalDate> days) {
        for (LocalDate day : days) {
            list(day);
        }
        return lines;
    }

    private void list(LocalDate day) {
        long cutOff = day.atTime(advisor.branch().cutOff())
                .atZone(advisor.branch().zone())
                .toInstant()
                .toEpochMilli();
        List<Proposal> left = new ArrayList<>();
        for (Proposal proposal : proposals) {
            if (proposal.decidedAt() <= cutOff && isOpen(proposal, cutOff + latenessMillis, day)) {
                left.add(proposal);
            }
        }
        List<Proposal> rows = new ArrayList<>();
        Set<String> customers = new HashSet<>();
        Map<String, Integer> products = new HashMap<>();
        while (rows.size() < advisor.rows() && !left.isEmpty()) {
            Proposal best = left.stream().min(ORDER).orElseThrow();
            left.remove(best);
            int ofProduct = products.getOrDefault(best.product(), 0);
            int most = Math.max(1, (int) (advisor.rows() * advisor.branch().productShare() / 100));
            if (!customers.contains(best.customer()) && ofProduct < most) {
                rows.add(best);
                customers.add(best.customer());
                products.put(best.product(), ofProduct + 1);
            }
        }
        lines.add(day + ": "
                + rows.stream()
                        .map(row -> row.actionId() + " age " + lists.getOrDefault(row.actionId(), 0))
                        .collect(Collectors.joining(", ")));
        rows.forEach(row -> lists.merge(row.actionId(), 1, Integer::sum));
        long nextFrozenAt = nextCutOff(day) + latenessMillis;
        rows.forEach(row -> lines.addAll(closed(row, cutOff + latenessMillis, nextFrozenAt, day)));
    }

    private static final Comparator<Proposal> ORDER = Comparator.comparingDouble((Proposal p) -> -p.score())
            .thenComparingLong(Proposal::expiresAt)
            .thenComparingLong(Proposal::decidedAt)
            .thenComparing(Proposal::customer)
            .thenComparing(Proposal::actionId);

    private long nextCutOff(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!advisor.worksOn(next)) {
            next = next.plusDays(1);
        }
        return advisor.branch().cutOffOn(next);
    }

    private boolean isOpen(Proposal proposal, long frozenAt, LocalDate day) {
        if (proposal.expiresAt() < frozenAt) {
            return false;
        }
        LocalDate hiddenUntil = null;
        for (Change change : changes.getOrDefault(proposal.actionId(), List.of())) {
            if (change.time() <= frozenAt) {
                hiddenUntil = returns(proposal, change);
                if (hiddenUntil == null) {
                    return false;
                }
            }
        }
        return hiddenUntil == null || !hiddenUntil.isAfter(day);
    }

    private @Nullable LocalDate returns(Proposal proposal, Change change) {
        LocalDate last = Instant.ofEpochMilli(proposal.expiresAt())
                .atZone(advisor.branch().zone())
                .toLocalDate();
        return change.until() == null || change.until().isAfter(last) ? null : change.until();
    }

    private List<String> closed(Proposal row, long after, long upTo, LocalDate day) {
        List<Change> all = new ArrayList<>(changes.getOrDefault(row.actionId(), List.of()));
        all.add(new Change("expired", null, row.expiresAt() + 1));
        return all.stream()
                .sorted(Comparator.comparingLong(Change::time))
                .filter(change -> change.time() > after && change.time() <= upTo)
                .limit(1)
                .map(change -> "close " + row.actionId() + " of " + day + " " + change.reason()
                        + (returns(row, change) == null ? "" : " until " + change.until()))
                .toList();
    }
}
