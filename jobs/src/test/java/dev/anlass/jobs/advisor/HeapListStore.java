package dev.anlass.jobs.advisor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Keeps lists in memory, for tests. */
public final class HeapListStore implements ListStore {

    private final Map<String, AdvisorList> lists = new LinkedHashMap<>();
    private final Map<String, RowClosed> closed = new LinkedHashMap<>();
    private final List<Feedback> given = new ArrayList<>();
    private final List<Access> accesses = new ArrayList<>();

    public synchronized List<Access> accesses() {
        return List.copyOf(accesses);
    }

    public synchronized List<Feedback> given() {
        return List.copyOf(given);
    }

    public synchronized void publish(AdvisorList list) {
        lists.putIfAbsent(list.id(), list);
    }

    public synchronized void close(RowClosed row) {
        closed.putIfAbsent(key(row.listId(), row.actionId()), row);
    }

    public synchronized void erase(String customer, long time) {
        lists.replaceAll((id, list) -> without(list, customer));
    }

    private static AdvisorList without(AdvisorList list, String customer) {
        List<Row> rows = list.rows().stream()
                .filter(row -> !row.customer().equals(customer))
                .toList();
        return new AdvisorList(
                list.id(),
                list.advisor(),
                list.branch(),
                list.day(),
                list.zone(),
                list.language(),
                list.cutOff(),
                rows,
                list.leftOut());
    }

    @Override
    public synchronized void give(String listId, Feedback feedback) {
        if (given.stream().noneMatch(each -> each.id().equals(feedback.id()))) {
            given.add(feedback);
        }
        close(new RowClosed(
                listId,
                feedback.advisor(),
                feedback.actionId(),
                feedback.customer(),
                feedback.kind().word(),
                feedback.until(),
                feedback.time()));
    }

    @Override
    public synchronized Optional<Shown> list(String advisor, LocalDate day) {
        return Optional.ofNullable(lists.get(AdvisorList.id(advisor, day))).map(this::shown);
    }

    @Override
    public synchronized Optional<Shown> newest(String advisor, LocalDate upTo) {
        return lists.values().stream()
                .filter(list -> list.advisor().equals(advisor) && !list.day().isAfter(upTo))
                .max(Comparator.comparing(AdvisorList::day))
                .map(this::shown);
    }

    @Override
    public synchronized List<Summary> history(String advisor, int most) {
        return lists.values().stream()
                .filter(list -> list.advisor().equals(advisor))
                .sorted(Comparator.comparing(AdvisorList::day).reversed())
                .limit(most)
                .map(this::summary)
                .toList();
    }

    @Override
    public synchronized List<Summary> branch(String branch, LocalDate upTo) {
        List<AdvisorList> all = lists.values().stream()
                .filter(list -> list.branch().equals(branch) && !list.day().isAfter(upTo))
                .toList();
        Optional<LocalDate> newest = all.stream().map(AdvisorList::day).max(Comparator.naturalOrder());
        return all.stream()
                .filter(list -> list.day().equals(newest.orElseThrow()))
                .sorted(Comparator.comparing(AdvisorList::advisor))
                .map(this::summary)
                .toList();
    }

    @Override
    public synchronized boolean isCustomerOf(String advisor, String customer) {
        return lists.values().stream()
                .filter(list -> list.advisor().equals(advisor))
                .flatMap(list -> list.rows().stream())
                .anyMatch(row -> row.customer().equals(customer));
    }

    @Override
    public synchronized void accessed(Access access) {
        accesses.add(access);
    }

    private Shown shown(AdvisorList list) {
        return new Shown(
                list,
                list.rows().stream()
                        .map(row -> new ShownRow(row, closed.get(key(list.id(), row.actionId()))))
                        .toList());
    }

    private Summary summary(AdvisorList list) {
        long open = shown(list).rows().stream()
                .filter(row -> Objects.isNull(row.closed()))
                .count();
        return new Summary(list.id(), list.advisor(), list.day(), list.rows().size(), (int) open);
    }

    private static String key(String listId, String actionId) {
        return listId + " " + actionId;
    }
}
