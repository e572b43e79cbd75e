package dev.anlass.jobs.connector.kafka;

import static dev.anlass.jobs.advisor.SampleLists.CUT_OFF;
import static dev.anlass.jobs.advisor.SampleLists.MONDAY;
import static dev.anlass.jobs.advisor.SampleLists.closed;
import static dev.anlass.jobs.advisor.SampleLists.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.ListStore.ShownRow;
import dev.anlass.jobs.advisor.ListStore.Summary;
import dev.anlass.jobs.advisor.RowClosed;
import dev.anlass.jobs.advisor.SampleLists;
import dev.anlass.jobs.advisor.store.Database;
import dev.anlass.jobs.advisor.store.NewsTaker;
import dev.anlass.jobs.advisor.store.PostgresListStore;
import dev.anlass.jobs.advisor.store.StoredNews;
import dev.anlass.jobs.advisor.store.TestDatabase;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.connector.ListJson;
import dev.anlass.jobs.demo.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the topic says about lists gets into the store, whatever fails on the way. */
@ExtendWith({TestTopics.Extension.class, TestDatabase.Extension.class})
class ListsTopicTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    /** A time that Java can write and PostgreSQL cannot keep. */
    private static final long TOO_FAR = 20_000_000_000_000_000L;

    private static final AdvisorList LIST = list("eva", MONDAY, "anna", "bob");
    private static final AdvisorList NEXT = list("eva", TUESDAY, "bob");

    @Test
    void everyReaderGoesOnWhereTheLastOneEnded(TestTopics topics, TestDatabase test) throws Exception {
        topics.created(3);
        publish(topics, LIST);
        close(topics, closed(LIST, "bob", "overtaken"));
        List<AdvisorList> heard = heard();
        read(topics, new StoredNews(test.database(), "lists", heard::add));
        publish(topics, NEXT);
        read(topics, new StoredNews(test.database(), "lists", heard::add));

        assertThat(store(test).list("eva", MONDAY).orElseThrow().rows())
                .extracting(ShownRow::closed)
                .containsExactly(null, closed(LIST, "bob", "overtaken"));
        assertThat(store(test).history("eva", 9)).extracting(Summary::day).containsExactly(TUESDAY, MONDAY);
        assertThat(heard).containsExactly(LIST, NEXT);
    }

    @Test
    void aReaderOfAnotherNameReadsEverythingAgainAndItComesToTheSame(TestTopics topics, TestDatabase test)
            throws Exception {
        topics.created(1);
        publish(topics, LIST);
        read(topics, new StoredNews(test.database(), "lists"));
        String before = test.everything();
        List<AdvisorList> heard = heard();
        read(topics, new StoredNews(test.database(), "sheets", heard::add));

        assertThat(heard).containsExactly(LIST);
        assertThat(test.everything()).isEqualTo(before);
    }

    @Test
    void anErasureIsHeardAsTheListsThatLostARow(TestTopics topics, TestDatabase test) throws Exception {
        topics.created(1);
        publish(topics, LIST);
        publish(topics, list("jan", MONDAY, "cyril"));
        write(topics, "bob", ListJson.erased("bob", CUT_OFF + 5));
        List<AdvisorList> heard = heard();
        read(topics, new StoredNews(test.database(), "lists", heard::add));

        assertThat(heard).extracting(AdvisorList::advisor).contains("eva", "jan");
        assertThat(heard.toString()).contains("anna", "cyril");
        assertThat(store(test).list("eva", MONDAY).orElseThrow().list().rows())
                .extracting(row -> row.customer())
                .containsExactly("anna", "");
        assertThat(test.everything()).doesNotContain("bob");
    }

    @Test
    void whatWasTakenBackOrCannotBeReadOrStoredIsLeftOut(TestTopics topics, TestDatabase test) throws Exception {
        topics.created(1);
        String topic = topics.settings().topics().advisorLists();
        topics.writeTo(topic, "eva", "no list");
        topics.writeAborted(topic, "eva", new String(ListJson.published(NEXT), StandardCharsets.UTF_8));
        publish(topics, LIST);
        write(
                topics,
                "eva",
                ListJson.closed(new RowClosed(LIST.id(), "eva", "a-1", "anna", "overtaken", null, TOO_FAR)));
        close(topics, closed(LIST, "bob", "overtaken"));

        try (FollowedTopic reading =
                ListsTopic.start(topics.settings(), new StoredNews(test.database(), "x"), "test")) {
            reading.awaitEnd(PATIENCE);
            assertThat(reading.leftOut()).isEqualTo(2);
            assertThat(reading.trouble()).isEmpty();
        }
        assertThat(store(test).history("eva", 9)).containsExactly(new Summary(LIST.id(), "eva", MONDAY, 2, 1));
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedFor(TestTopics topics, @TempDir Path directory) throws Exception {
        topics.created(2);
        EmbeddedPostgres server = EmbeddedPostgres.start(directory);
        try (Database database = Database.open(server.settings());
                FollowedTopic reading =
                        ListsTopic.start(topics.settings(), new StoredNews(database, "lists"), "test")) {
            publish(topics, LIST);
            reading.awaitEnd(PATIENCE);
            server.close();
            publish(topics, NEXT);
            assertThatThrownBy(() -> reading.awaitEnd(Duration.ofMillis(1))).isInstanceOf(CannotStart.class);

            server = EmbeddedPostgres.start(directory, server.port());
            reading.awaitEnd(PATIENCE);
            assertThat(new PostgresListStore(database).history("eva", 9)).hasSize(2);
        } finally {
            server.close();
        }
    }

    @Test
    void aTopicThatWasMadeAnewIsReadFromItsBeginning(TestTopics topics, TestDatabase test) throws Exception {
        topics.created(1);
        publish(topics, LIST);
        read(topics, new StoredNews(test.database(), "lists"));
        remove(topics, topics.settings().topics().advisorLists());
        topics.created(1);
        publish(topics, NEXT);
        read(topics, new StoredNews(test.database(), "lists"));

        assertThat(store(test).history("eva", 9)).hasSize(2);
    }

    private static void remove(TestTopics topics, String topic) throws Exception {
        try (Admin admin = Admin.create(topics.settings().clientProperties())) {
            admin.deleteTopics(List.of(topic)).all().get();
            while (admin.listTopics().names().get().contains(topic)) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aListenerThatFailsIsToldAgain(TestTopics topics, TestDatabase test) throws Exception {
        topics.created(1);
        publish(topics, LIST);
        AtomicInteger failures = new AtomicInteger(2);
        List<AdvisorList> heard = heard();
        read(topics, new StoredNews(test.database(), "sheets", list -> {
            if (failures.getAndDecrement() > 0) {
                throw new UncheckedIOException(new IOException("the disk is full"));
            }
            heard.add(list);
        }));

        assertThat(heard).containsExactly(LIST);
    }

    @Test
    void whateverStandsInANameGoesThroughTheTopicIntoTheStore(TestTopics topics, TestDatabase test) throws Exception {
        topics.created(1);
        for (int i = 0; i < SampleLists.HOSTILE.size(); i++) {
            publish(topics, list("advisor-" + i, MONDAY, SampleLists.HOSTILE.get(i)));
        }
        read(topics, new StoredNews(test.database(), "lists"));

        for (int i = 0; i < SampleLists.HOSTILE.size(); i++) {
            assertThat(store(test).isCustomerOf("advisor-" + i, SampleLists.HOSTILE.get(i)))
                    .isTrue();
        }
    }

    private static void read(TestTopics topics, NewsTaker taker) throws InterruptedException {
        try (FollowedTopic reading = ListsTopic.start(topics.settings(), taker, "test")) {
            reading.awaitEnd(PATIENCE);
        }
    }

    private static void publish(TestTopics topics, AdvisorList list) {
        write(topics, list.advisor(), ListJson.published(list));
    }

    private static void close(TestTopics topics, RowClosed closed) {
        write(topics, closed.advisor(), ListJson.closed(closed));
    }

    private static void write(TestTopics topics, String key, byte[] value) {
        topics.writeTo(topics.settings().topics().advisorLists(), key, new String(value, StandardCharsets.UTF_8));
    }

    private static List<AdvisorList> heard() {
        return Collections.synchronizedList(new ArrayList<>());
    }

    private static PostgresListStore store(TestDatabase test) {
        return new PostgresListStore(test.database());
    }
}
