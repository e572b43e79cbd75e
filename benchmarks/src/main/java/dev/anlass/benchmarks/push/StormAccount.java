package dev.anlass.benchmarks.push;

import dev.anlass.jobs.demo.phones.Arrived;
import dev.anlass.jobs.demo.phones.Phones;
import dev.anlass.jobs.push.Provider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was told against what arrived. */
final class StormAccount {

    private static final List<Provider> PROVIDERS =
            List.of(Provider.FCM, Provider.APNS, Provider.WEB_PUSH, Provider.WEBHOOK);

    private static final int MOST_SAID = 20;

    private final StormTopics topics;
    private final ToldOutcomes told;
    private final List<Arrived> arrived = new ArrayList<>();
    private final Set<String> reached = new HashSet<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    StormAccount(StormTopics topics, ToldOutcomes told, Phones phones) {
        this.topics = topics;
        this.told = told;
        for (Provider provider : PROVIDERS) {
            arrived.addAll(phones.arrived(provider));
        }
        arrived.forEach(one -> reached.add(one.actionId()));
        outcomes();
        late();
        withdrawn();
        repeated();
    }

    Map<String, Object> figures() {
        return figures;
    }

    long figure(String name) {
        return ((Number) figures.getOrDefault(name, -1L)).longValue();
    }

    private void outcomes() {
        Set<String> both = new HashSet<>(told.delivered());
        both.retainAll(told.failed().keySet());
        Set<String> accounted = new HashSet<>(told.delivered());
        accounted.addAll(told.failed().keySet());
        figures.put("actions", topics.expiresAt.size());
        figures.put("told_delivered", told.delivered().size());
        figures.put("told_failed", told.failed().size());
        figures.put("told_failed_by_reason", told.failedByReason());
        figures.put("told_neither", topics.expiresAt.size() - accounted.size());
        topics.expiresAt.keySet().stream()
                .filter(id -> !accounted.contains(id))
                .sorted()
                .limit(MOST_SAID)
                .forEach(id ->
                        System.err.println(id + " of " + topics.customers.get(id) + " is not accounted for: written "
                                + Instant.ofEpochMilli(topics.writtenAt.getOrDefault(id, 0L)) + ", expires "
                                + Instant.ofEpochMilli(topics.expiresAt.getOrDefault(id, 0L)) + ", withdrawn "
                                + topics.withdrawnAt.get(topics.customers.get(id)) + ", arrived "
                                + arrived.stream()
                                        .filter(one -> one.actionId().equals(id))
                                        .toList()));
        figures.put("told_both", both.size());
        figures.put(
                "told_delivered_and_never_arrived",
                told.delivered().stream().filter(id -> !reached.contains(id)).count());
        Set<String> answered = new HashSet<>();
        arrived.stream().filter(Arrived::answered).forEach(one -> answered.add(one.actionId()));
        figures.put(
                "told_failed_and_arrived_with_an_answer",
                told.failed().keySet().stream().filter(answered::contains).count());
        figures.put(
                "told_failed_and_arrived_without_an_answer",
                told.failed().keySet().stream()
                        .filter(id -> reached.contains(id) && !answered.contains(id))
                        .count());
        figures.put("devices_removed", told.devicesRemoved());
    }

    private void late() {
        long most = 0;
        long count = 0;
        for (Arrived one : arrived) {
            long late = one.at() - topics.expiresAt.getOrDefault(one.actionId(), Long.MAX_VALUE);
            if (late > 0) {
                count++;
                most = Math.max(most, late);
            }
        }
        figures.put("arrived_after_expiry", count);
        figures.put("arrived_after_expiry_most_ms", most);
    }

    private void withdrawn() {
        long most = 0;
        long count = 0;
        for (Arrived one : arrived) {
            String customer = topics.customers.getOrDefault(one.actionId(), "");
            long after = one.at() - topics.withdrawnAt.getOrDefault(customer, Long.MAX_VALUE);
            if (after > 0) {
                count++;
                most = Math.max(most, after);
            }
        }
        figures.put("customers_who_withdrew", topics.withdrawnAt.size());
        figures.put("arrived_after_withdrawal_was_written", count);
        figures.put("arrived_after_withdrawal_was_written_most_ms", most);
    }

    /** Arrivals of the same message on the same device beyond the first. */
    private void repeated() {
        Map<String, List<Arrived>> byMessage = new HashMap<>();
        for (Arrived one : arrived) {
            byMessage
                    .computeIfAbsent(
                            one.actionId() + " " + one.revision() + " " + one.token(), key -> new ArrayList<>())
                    .add(one);
        }
        long unanswered = 0;
        long answered = 0;
        long answeredLate = 0;
        long otherKey = 0;
        for (List<Arrived> same : byMessage.values()) {
            for (int i = 1; i < same.size(); i++) {
                otherKey += same.get(i).collapseKey().equals(same.get(0).collapseKey()) ? 0 : 1;
                if (!same.get(i - 1).answered()) {
                    unanswered++;
                } else if (wasKilledBetween(same.get(i - 1).at(), same.get(i).at())) {
                    answered++;
                } else {
                    answeredLate++;
                }
            }
        }
        figures.put("arrivals", arrived.size());
        figures.put("arrived_again_after_no_answer", unanswered);
        figures.put("arrived_again_after_an_answer_that_came_too_late", answeredLate);
        figures.put("arrived_again_after_a_kill", answered);
        figures.put("arrived_again_under_another_collapse_key", otherKey);
    }

    private boolean wasKilledBetween(long from, long to) {
        return topics.killedAt.stream().anyMatch(killed -> from <= killed && killed <= to);
    }
}
