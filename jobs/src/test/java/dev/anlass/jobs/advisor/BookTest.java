package dev.anlass.jobs.advisor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.decide.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands on a list, and what becomes of its rows. Anna's lists have three rows, one of each product, cut off at 06:30 in Zurich. */
class BookTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final long MINUTE = 60_000L;

    private final HeapPages pages = new HeapPages();
    private final Advisor anna = requireNonNull(OfficesReaderTest.offices().advisor("anna"));
    private final Book book = new Book(anna, pages, BookTest::row, MINUTE);
    private final List<String> told = new ArrayList<>();

    @Test
    void theWorthiestComeFirstOneForEachCustomerAndProduct() {
        propose("a", "customer-1", "loan", 2);
        propose("b", "customer-2", "savings", 5);
        propose("c", "customer-2", "fund", 4);
        propose("d", "customer-3", "savings", 3);
        propose("e", "customer-4", "fund", 1);
        propose("f", "customer-5", "card", 0.5);

        freeze(MONDAY);

        assertThat(told)
                .containsExactly(
                        "2026-03-02: b age 0, a age 0, e age 0; left out 1 capacity, 1 product, 1 customer",
                        "plan b",
                        "plan a",
                        "plan e");
    }

    @Test
    void ofEqualWorthTheOneThatExpiresFirstThenTheOlderThenByCustomer() {
        propose(proposal("late", "customer-1", "loan", 1, "2026-03-01T10:00:00Z", "2026-03-09T10:00:00Z"));
        propose(proposal("young", "customer-2", "savings", 1, "2026-03-01T11:00:00Z", "2026-03-08T10:00:00Z"));
        propose(proposal("old", "customer-3", "fund", 1, "2026-03-01T09:00:00Z", "2026-03-08T10:00:00Z"));

        freeze(MONDAY);

        assertThat(told.get(0)).startsWith("2026-03-02: old age 0, young age 0, late age 0;");
    }

    @Test
    void anUnworkedRowIsCarriedOverUntilItExpires() {
        propose(proposal("a", "customer-1", "loan", 1, "2026-03-01T10:00:00Z", "2026-03-06T05:00:00Z"));
        freeze(MONDAY);
        freeze(TUESDAY);
        freeze(THURSDAY);
        freeze(FRIDAY);

        assertThat(told)
                .containsExactly(
                        "2026-03-02: a age 0; left out none",
                        "plan a",
                        "2026-03-03: a age 1; left out none",
                        "2026-03-05: a age 2; left out none",
                        "close a of 2026-03-05 expired",
                        "unplan a",
                        "fail a not_called",
                        "2026-03-06: ; left out none");
        assertThat(pages.all()).isEmpty();
    }

    @Test
    void aListIsMadeAsOfTheCutOffWhateverHasArrivedSince() {
        propose(proposal("a", "customer-1", "loan", 1, "2026-03-02T05:30:00Z", "2026-03-09T05:00:00Z"));
        propose(proposal("b", "customer-2", "fund", 1, "2026-03-02T05:30:00.001Z", "2026-03-09T05:00:00Z"));

        freeze(MONDAY);

        assertThat(told).containsExactly("2026-03-02: a age 0; left out none", "plan a");
    }

    @Test
    void whatWasTakenBackBeforeTheListIsFrozenIsLeftOut() {
        propose("a", "customer-1", "loan", 1);
        change("a", "consent_withdrawn", null, "2026-03-02T05:31:00Z", MONDAY);
        freeze(MONDAY);

        assertThat(told).containsExactly("2026-03-02: ; left out none");
    }

    @Test
    void whatWasTakenBackAfterwardsButHasArrivedAlreadyGoesRightBehindTheList() {
        propose("a", "customer-1", "loan", 1);
        change("a", "consent_withdrawn", null, "2026-03-02T05:31:00.001Z", MONDAY);
        assertThat(told).isEmpty();
        freeze(MONDAY);

        assertThat(told)
                .containsExactly(
                        "2026-03-02: a age 0; left out none",
                        "plan a",
                        "close a of 2026-03-02 consent_withdrawn",
                        "unplan a");
        assertThat(pages.all()).isEmpty();
    }

    @Test
    void whatHappenedDaysLaterWaitsForTheListsBefore() {
        propose("a", "customer-1", "loan", 1);
        change("a", "accepted", null, "2026-03-03T10:00:00Z", MONDAY);
        freeze(MONDAY);
        freeze(TUESDAY);
        freeze(THURSDAY);

        assertThat(told)
                .containsExactly(
                        "2026-03-02: a age 0; left out none",
                        "plan a",
                        "2026-03-03: a age 1; left out none",
                        "close a of 2026-03-03 accepted",
                        "unplan a",
                        "2026-03-05: ; left out none");
    }

    @Test
    void feedbackTakesARowOff() {
        propose("a", "customer-1", "loan", 1);
        freeze(MONDAY);
        change("a", "rejected", null, "2026-03-02T10:00:00Z", TUESDAY);
        freeze(TUESDAY);

        assertThat(told)
                .containsExactly(
                        "2026-03-02: a age 0; left out none",
                        "plan a",
                        "close a of 2026-03-02 rejected",
                        "unplan a",
                        "2026-03-03: ; left out none");
    }

    @Test
    void whatIsPutOffComesBackOnItsDayAndDoesNotCountAsNotCalled() {
        propose("a", "customer-1", "loan", 1);
        freeze(MONDAY);
        change("a", "not_now", THURSDAY, "2026-03-02T10:00:00Z", TUESDAY);
        freeze(TUESDAY);
        freeze(THURSDAY);
        freeze(LocalDate.parse("2026-03-10"));

        assertThat(told)
                .containsExactly(
                        "2026-03-02: a age 0; left out none",
                        "plan a",
                        "close a of 2026-03-02 not_now until 2026-03-05",
                        "unplan a",
                        "2026-03-03: ; left out none",
                        "2026-03-05: a age 1; left out none",
                        "plan a",
                        "close a of 2026-03-05 expired",
                        "unplan a",
                        "2026-03-10: ; left out none");
    }

    @Test
    void whatIsPutOffBeyondItsExpiryHasEnded() {
        propose("a", "customer-1", "loan", 1);
        freeze(MONDAY);
        change("a", "not_now", LocalDate.parse("2026-03-20"), "2026-03-02T10:00:00Z", TUESDAY);

        assertThat(told).endsWith("close a of 2026-03-02 not_now", "unplan a");
        assertThat(pages.all()).isEmpty();
    }

    @Test
    void whatIsOnNoListIsTakenBackSilently() {
        propose("a", "customer-1", "loan", 1);
        change("a", "overtaken", null, "2026-03-01T20:00:00Z", MONDAY);
        change("b", "overtaken", null, "2026-03-01T20:00:00Z", MONDAY);

        assertThat(told).isEmpty();
        assertThat(pages.all()).isEmpty();
    }

    @Test
    void aProposalThatComesTwiceIsThereOnce() {
        propose("a", "customer-1", "loan", 1);
        freeze(MONDAY);
        propose("a", "customer-1", "loan", 1);
        freeze(TUESDAY);

        assertThat(told).endsWith("2026-03-03: a age 1; left out none");
    }

    @Test
    void onlySoManyWaitForAnotherDay() {
        for (int i = 0; i < Book.MAX_WAITING + 5; i++) {
            propose("a" + i, "customer-" + i, "loan", i);
        }
        freeze(MONDAY);

        assertThat(pages.all()).hasSize(Book.MAX_WAITING + 1);
        assertThat(told).contains("fail a0 list_full", "fail a3 list_full").doesNotContain("fail a4 list_full");
    }

    @Test
    void aBookIsWokenEveryDay() {
        assertThat(book.firstDayAfter(book.frozenAt(TUESDAY))).isEqualTo(TUESDAY.plusDays(1));
        assertThat(book.firstDayAfter(book.frozenAt(TUESDAY) - 1)).isEqualTo(TUESDAY);
        assertThat(book.firstDayAfter(book.frozenAt(FRIDAY))).isEqualTo(FRIDAY.plusDays(1));
    }

    @Test
    void aRowIsClosedWhenItsActionExpiresAndAnAnswerStillCounts() {
        propose(proposal("a", "customer-1", "loan", 1, "2026-03-01T10:00:00Z", "2026-03-02T10:00:00Z"));
        freeze(MONDAY);
        change("a", Change.EXPIRED, null, "2026-03-02T10:00:00.001Z", TUESDAY);
        change("a", "accepted", null, "2026-03-02T11:00:00Z", TUESDAY);
        freeze(TUESDAY);

        assertThat(told)
                .containsExactly(
                        "2026-03-02: a age 0; left out none",
                        "plan a",
                        "close a of 2026-03-02 expired",
                        "unplan a",
                        "2026-03-03: ; left out none");
    }

    @Test
    void ofWhomIsErasedNothingMoreIsSaidToTheEvents() {
        propose("a", "customer-1", "loan", 1);
        freeze(MONDAY);
        change("a", Change.ERASED, null, "2026-03-02T10:00:00Z", TUESDAY);

        assertThat(told).endsWith("plan a", "close a of 2026-03-02 erased");
        assertThat(pages.all()).isEmpty();
    }

    @Test
    void whoseRowGoesToABetterProposalIsStillToBeCalled() {
        propose("a", "customer-1", "loan", 1);
        freeze(MONDAY);
        propose("b", "customer-1", "fund", 2);
        freeze(TUESDAY);

        assertThat(told)
                .containsExactly(
                        "2026-03-02: a age 0; left out none",
                        "plan a",
                        "2026-03-03: b age 0; left out 0 capacity, 0 product, 1 customer",
                        "plan b");
    }

    @Test
    void onADayOffNoListIsMadeAndWhatHasExpiredLeavesTheBook() {
        propose(proposal("a", "customer-1", "loan", 1, "2026-03-01T10:00:00Z", "2026-03-03T10:00:00Z"));
        freeze(THURSDAY.minusDays(1));

        assertThat(told).containsExactly("fail a not_called");
        assertThat(pages.all()).isEmpty();
    }

    @Test
    void howFarAheadProposalsHaveComeMakesNoDifferenceToTheBound() {
        propose("old", "customer-0", "loan", 0.5);
        for (int i = 0; i < Book.MAX_WAITING + 5; i++) {
            propose(proposal("a" + i, "customer-" + i, "loan", 1, "2026-03-02T10:00:00Z", "2026-03-09T10:00:00Z"));
        }
        freeze(MONDAY);

        assertThat(told).containsExactly("2026-03-02: old age 0; left out none", "plan old");
    }

    @Test
    void whenTheAdvisorHasLeftTheBookEnds() {
        propose("a", "customer-1", "loan", 3);
        propose("b", "customer-2", "fund", 2);
        freeze(MONDAY);
        change("b", "not_now", THURSDAY, "2026-03-02T10:00:00Z", TUESDAY);
        told.clear();
        tell(book.end(millis("2026-03-03T05:00:00Z")));

        assertThat(told).containsExactly("close a of 2026-03-02 unknown_advisor", "unplan a", "fail a unknown_advisor");
        assertThat(pages.all()).isEmpty();
    }

    private void propose(String id, String customer, String product, double score) {
        propose(proposal(id, customer, product, score, "2026-03-01T10:00:00Z", "2026-03-09T10:00:00Z"));
    }

    private void propose(Proposal proposal) {
        book.propose(proposal);
    }

    private static Proposal proposal(
            String id, String customer, String product, double score, String decidedAt, String expiresAt) {
        return new Proposal(id, customer, "anna", product, score, millis(decidedAt), millis(expiresAt), "{}");
    }

    private void change(String id, String reason, @Nullable LocalDate until, String time, LocalDate next) {
        tell(book.change(id, new Change(reason, until, millis(time)), next));
    }

    private void freeze(LocalDate day) {
        tell(book.wake(day));
    }

    private void tell(List<ListEffect> effects) {
        effects.forEach(effect -> told.add(ListWords.of(effect)));
    }

    static Row row(Standing standing, int rank, Advisor advisor) {
        Proposal proposal = standing.proposal();
        return new Row(
                rank,
                proposal.actionId(),
                proposal.customer(),
                proposal.product(),
                proposal.product(),
                null,
                null,
                requireNonNull(standing.listedOn()),
                standing.lists() - 1,
                requireNonNull(standing.since()),
                "trigger",
                "action",
                "bundle",
                "purpose",
                proposal.decidedAt(),
                proposal.expiresAt(),
                Map.of(),
                List.of(),
                null,
                new Score(1, proposal.score(), 1));
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
