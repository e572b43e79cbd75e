package dev.anlass.jobs.demo;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.Feedback;
import dev.anlass.jobs.advisor.store.Database;
import dev.anlass.jobs.advisor.store.PostgresListStore;
import dev.anlass.jobs.advisor.store.StoredNews;
import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.connector.kafka.FeedbackSink;
import dev.anlass.jobs.connector.kafka.FollowedTopic;
import dev.anlass.jobs.connector.kafka.ListsTopic;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The lists of a demo as they are published: put into the database, written to files, counted, and answered. */
final class PublishedLists implements AutoCloseable {

    private static final String READER = "desk";

    private final PostgresListStore store;
    private final FeedbackSink feedback;
    private final FollowedTopic topic;
    private final BankOutput output;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Long> said = new TreeMap<>();
    private List<AdvisorList> newest = new ArrayList<>();
    private LocalDate newestDay = LocalDate.MIN;
    private long rows;
    private long carriedOver;

    PublishedLists(KafkaSettings kafka, Database database, BankOutput output) {
        this.store = new PostgresListStore(database);
        this.feedback = new FeedbackSink(kafka);
        this.output = output;
        this.topic = ListsTopic.start(kafka, new StoredNews(database, READER, this::published), READER);
    }

    PostgresListStore store() {
        return store;
    }

    /** Returns when everything that was published has been taken. */
    void awaitEnd(Duration patience) throws InterruptedException {
        topic.awaitEnd(patience);
    }

    /** Whether lists are not being read at the moment. */
    boolean isBehind() {
        return topic.trouble().isPresent();
    }

    private synchronized void published(AdvisorList list) {
        if (!ids.add(list.id())) {
            return;
        }
        if (list.day().isAfter(newestDay)) {
            newestDay = list.day();
            newest = new ArrayList<>();
        }
        newest.add(list);
        rows += list.rows().size();
        carriedOver += list.rows().stream().filter(row -> row.age() > 0).count();
        output.sheet(list);
    }

    /** The lists of the newest day, if it is this one. */
    synchronized List<AdvisorList> of(LocalDate day) {
        return newestDay.equals(day) ? List.copyOf(newest) : List.of();
    }

    /** Takes what a played advisor says: into the events, and into the store. */
    void give(String listId, Feedback given) {
        send(given);
        store.give(listId, given);
        output.said(given);
        count(given);
    }

    private synchronized void count(Feedback given) {
        said.merge(given.kind().word(), 1L, Long::sum);
    }

    /** Takes what an advisor says into the events. */
    void send(Feedback given) {
        feedback.send(given);
    }

    /** Whose newest list has the most rows. */
    synchronized String busiestAdvisor() {
        return newest.stream()
                .max(Comparator.comparingInt((AdvisorList list) -> list.rows().size())
                        .thenComparing(AdvisorList::advisor, Comparator.reverseOrder()))
                .map(AdvisorList::advisor)
                .orElseThrow();
    }

    synchronized long lists() {
        return ids.size();
    }

    synchronized long rows() {
        return rows;
    }

    /** How many rows stood on an earlier list, too. */
    synchronized long carriedOver() {
        return carriedOver;
    }

    /** How often each kind of feedback was given. */
    synchronized Map<String, Long> said() {
        return Map.copyOf(said);
    }

    @Override
    public void close() {
        topic.close();
        feedback.close();
    }
}
