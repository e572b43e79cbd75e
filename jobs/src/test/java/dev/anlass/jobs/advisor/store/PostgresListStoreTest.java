package dev.anlass.jobs.advisor.store;

import static dev.anlass.jobs.advisor.SampleLists.CUT_OFF;
import static dev.anlass.jobs.advisor.SampleLists.MONDAY;
import static dev.anlass.jobs.advisor.SampleLists.closed;
import static dev.anlass.jobs.advisor.SampleLists.feedback;
import static dev.anlass.jobs.advisor.SampleLists.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.Feedback;
import dev.anlass.jobs.advisor.ListStore;
import dev.anlass.jobs.advisor.ListStore.Access;
import dev.anlass.jobs.advisor.ListStore.ShownRow;
import dev.anlass.jobs.advisor.ListStore.Summary;
import dev.anlass.jobs.advisor.Row;
import dev.anlass.jobs.advisor.RowClosed;
import dev.anlass.jobs.advisor.SampleLists;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is put into the store comes out as it was, once, in whatever order it came; of whom was erased nothing does. */
@ExtendWith(TestDatabase.Extension.class)
class PostgresListStoreTest {

    private static final long WEEK = 7 * 86_400_000L;

    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final AdvisorList LIST = list("eva", MONDAY, "anna", "bob", "cyril");

    @Test
    void aListComesOutAsItWasPublished(TestDatabase test) {
        ListStore store = store(test);
        test.publish(LIST);

        assertThat(store.list("eva", MONDAY)).hasValueSatisfying(shown -> {
            assertThat(shown.list()).isEqualTo(LIST);
            assertThat(shown.rows()).extracting(ShownRow::row).isEqualTo(LIST.rows());
            assertThat(shown.rows()).extracting(ShownRow::closed).containsOnlyNulls();
        });
        assertThat(store.list("eva", TUESDAY)).isEmpty();
        assertThat(store.list("jan", MONDAY)).isEmpty();
    }

    @Test
    void aListThatIsPublishedTwiceIsThereOnceAndUnchanged(TestDatabase test) {
        ListStore store = store(test);
        test.publish(LIST);
        test.publish(list("eva", MONDAY, "somebody-else"));
        test.publish(LIST);

        assertThat(store.history("eva", 9)).containsExactly(new Summary(LIST.id(), "eva", MONDAY, 3, 3));
        assertThat(store.list("eva", MONDAY).orElseThrow().list()).isEqualTo(LIST);
    }

    @Test
    void aRowIsClosedOnceForItsFirstReason(TestDatabase test) {
        ListStore store = store(test);
        test.publish(LIST);
        RowClosed first = closed(LIST, "bob", "consent_withdrawn");
        test.close(first);
        test.close(closed(LIST, "bob", "overtaken"));

        assertThat(closings(store)).containsExactly(null, first, null);
        assertThat(store.history("eva", 9)).extracting(Summary::open).containsExactly(2);
    }

    @Test
    void aRowThatIsClosedBeforeItsListComesIsClosedWhenItDoes(TestDatabase test) {
        ListStore store = store(test);
        RowClosed early = closed(LIST, "anna", "overtaken");
        test.close(early);
        test.publish(LIST);

        assertThat(closings(store)).containsExactly(early, null, null);
    }

    @Test
    void feedbackIsRememberedAndClosesItsRow(TestDatabase test) {
        ListStore store = store(test);
        test.publish(LIST);
        store.give(LIST.id(), feedback(LIST, "anna", Feedback.Kind.CONTACTED));
        store.give(LIST.id(), feedback(LIST, "anna", Feedback.Kind.ACCEPTED));
        store.give(LIST.id(), feedback(LIST, "anna", Feedback.Kind.ACCEPTED));

        assertThat(closings(store).get(0)).extracting(RowClosed::reason).isEqualTo("contacted");
        assertThat(test.texts("select kind from feedback order by kind")).containsExactly("accepted", "contacted");
    }

    @Test
    void ofACustomerWhoWasErasedOnlyTheRankStays(TestDatabase test) {
        ListStore store = store(test);
        AdvisorList next = list("eva", TUESDAY, "bob", "dora");
        test.publish(LIST);
        test.publish(next);
        store.give(LIST.id(), feedback(LIST, "bob", Feedback.Kind.REJECTED));
        test.close(closed(next, "bob", "overtaken"));
        store.accessed(new Access("eva", "story", "bob", true, CUT_OFF));
        test.erase("bob", CUT_OFF + WEEK);
        test.erase("bob", CUT_OFF + WEEK);

        Row erased = store.list("eva", MONDAY).orElseThrow().rows().get(1).row();
        assertThat(erased.rank()).isEqualTo(2);
        assertThat(erased.customer() + erased.actionId() + erased.productName()).isEmpty();
        assertThat(closings(store).get(1).reason()).isEqualTo("erased");
        assertThat(store.isCustomerOf("eva", "bob")).isFalse();
        assertThat(store.isCustomerOf("eva", "anna")).isTrue();
        assertThat(store.history("eva", 9)).extracting(Summary::open).containsExactly(1, 2);
        assertThat(test.everything())
                .doesNotContain("bob", SampleLists.actionId("bob"))
                .contains("anna", "dora");
    }

    @Test
    void whatComesAfterTheErasureShowsNothingOfTheCustomerEither(TestDatabase test) {
        PostgresListStore store = store(test);
        test.close(closed(LIST, "bob", "consent_withdrawn"));
        test.erase("bob", CUT_OFF + 1);
        test.publish(LIST);
        test.close(closed(LIST, "bob", "erased"));
        store.give(LIST.id(), feedback(LIST, "bob", Feedback.Kind.REJECTED));

        assertThat(store.list("eva", MONDAY).orElseThrow().rows()).hasSize(3);
        assertThat(test.everything()).doesNotContain("bob", SampleLists.actionId("bob"));
    }

    @Test
    void whoComesBackAfterAnErasureStandsOnLaterLists(TestDatabase test) {
        PostgresListStore store = store(test);
        test.erase("bob", CUT_OFF + 1);
        test.publish(list("eva", TUESDAY, "bob"));
        test.erase("bob", CUT_OFF + 1);

        assertThat(store.isCustomerOf("eva", "bob")).isTrue();
    }

    @Test
    void theNewestListUpToADayIsFoundAndTheHistoryGoesBackFromIt(TestDatabase test) {
        ListStore store = store(test);
        AdvisorList next = list("eva", TUESDAY, "dora");
        test.publish(LIST);
        test.publish(next);
        test.publish(list("jan", TUESDAY));

        assertThat(store.newest("eva", TUESDAY.plusDays(5)).orElseThrow().list())
                .isEqualTo(next);
        assertThat(store.newest("eva", MONDAY).orElseThrow().list()).isEqualTo(LIST);
        assertThat(store.newest("eva", MONDAY.minusDays(1))).isEmpty();
        assertThat(store.history("eva", 9)).extracting(Summary::day).containsExactly(TUESDAY, MONDAY);
        assertThat(store.history("eva", 1)).extracting(Summary::day).containsExactly(TUESDAY);
        assertThat(store.branch("praha-1", TUESDAY.plusDays(1)))
                .containsExactly(
                        new Summary(next.id(), "eva", TUESDAY, 1, 1),
                        new Summary(AdvisorList.id("jan", TUESDAY), "jan", TUESDAY, 0, 0));
        assertThat(store.branch("praha-1", MONDAY)).extracting(Summary::advisor).containsExactly("eva");
        assertThat(store.branch("brno", TUESDAY)).isEmpty();
    }

    @Test
    void whateverStandsInANameIsText(TestDatabase test) {
        ListStore store = store(test);
        for (String name : SampleLists.HOSTILE) {
            AdvisorList list = hostile(name);
            test.publish(list);
            test.close(new RowClosed(list.id(), name, name, name, name, MONDAY, CUT_OFF));
            store.give(list.id(), feedbackOf(list, name));
            store.accessed(new Access(name, name, name, false, CUT_OFF));

            String kept = StoredText.of(name);
            assertThat(store.list(list.advisor(), MONDAY)).hasValueSatisfying(shown -> {
                assertThat(shown.rows().get(0).row().customer()).isEqualTo(kept);
                assertThat(shown.rows().get(0).row().facts()).containsEntry(kept, List.of(kept));
                assertThat(shown.rows().get(0).closed().reason()).isEqualTo(kept);
            });
            assertThat(store.isCustomerOf(list.advisor(), name)).isTrue();
            test.erase(name, CUT_OFF + WEEK);
            assertThat(store.isCustomerOf(list.advisor(), name)).isFalse();
        }
        assertThat(test.texts("select count(*) from rows")).containsExactly(String.valueOf(SampleLists.HOSTILE.size()));
        assertThat(test.texts("select count(*) from accesses"))
                .containsExactly(String.valueOf(SampleLists.HOSTILE.size()));
    }

    private static Feedback feedbackOf(AdvisorList list, String name) {
        return new Feedback(name, Feedback.Kind.NOT_NOW, name, name, list.advisor(), name, name, MONDAY, list.cutOff());
    }

    /** A list on which every text is the same one; the advisor's id alone has a bound, which is that of an index. */
    private static AdvisorList hostile(String text) {
        return SampleLists.of(
                text.substring(0, Math.min(text.length(), 1_000)), MONDAY, text, List.of(SampleLists.rowOf(text)));
    }

    private static List<RowClosed> closings(ListStore store) {
        return store.list("eva", MONDAY).orElseThrow().rows().stream()
                .map(ShownRow::closed)
                .toList();
    }

    private static PostgresListStore store(TestDatabase test) {
        return new PostgresListStore(test.database());
    }
}
