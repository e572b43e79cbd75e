package dev.anlass.jobs.push.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.push.gateway.InAppNews.Erased;
import dev.anlass.jobs.push.gateway.InAppNews.Posted;
import dev.anlass.jobs.push.gateway.InAppNews.TakenBack;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which messages are open, and what an app has to be told. Times are in milliseconds. */
class InboxTest {

    private static final long EXPIRES = 1_000;

    private Inbox inbox = new Inbox();
    private long offset = 100;
    private long now;

    @Test
    void whatIsSaidTwiceIsToldOnce() {
        assertThat(post("a", 1, "k")).containsExactly("100 message a");
        assertThat(post("a", 1, "k")).isEmpty();
        assertThat(post("a", 2, "k")).containsExactly("102 message a");
        assertThat(post("a", 1, "k")).isEmpty();
        assertThat(open(null)).containsExactly("102 message a");
    }

    @Test
    void whatWasTakenBackDoesNotComeAgainButALaterRevisionDoes() {
        post("a", 1, "k");
        assertThat(takeBack("a", 1)).containsExactly("101 taken_back a");
        assertThat(takeBack("a", 1)).isEmpty();
        assertThat(post("a", 1, "k")).isEmpty();
        assertThat(post("a", 2, "k")).containsExactly("104 message a");
        assertThat(takeBack("a", 1)).isEmpty();
        assertThat(open(null)).containsExactly("104 message a");
    }

    @Test
    void whatIsTakenBackBeforeItIsSeenIsNotShown() {
        assertThat(takeBack("a", 2)).isEmpty();
        assertThat(post("a", 1, "k")).isEmpty();
        assertThat(open(null)).isEmpty();
    }

    @Test
    void oneOfTheSameKeyReplacesAndWhoWasAwayIsTold() {
        post("a", 1, "k");
        assertThat(post("b", 1, "k")).containsExactly("101 message b");
        assertThat(post("a", 1, "k")).isEmpty();
        assertThat(open("0-100")).containsExactly("- taken_back a", "101 message b");
        takeBack("b", 1);
        assertThat(open("0-100")).containsExactly("- taken_back a", "103 taken_back b");
    }

    @Test
    void anAppGoesOnInTheOrderOfTheTopic() {
        post("a", 1, "k");
        post("b", 1, "l");
        takeBack("a", 1);
        post("c", 1, "m");
        assertThat(open("0-100")).containsExactly("101 message b", "102 taken_back a", "103 message c");
        assertThat(open("0-102")).containsExactly("103 message c");
        assertThat(open("0-103")).isEmpty();
    }

    @Test
    void whoWasAwayForTooLongBeginsAnew() {
        post("a", 1, "k");
        for (String last : List.of("0-99", "1-500", "", "0-", "x", "0-1-2", "99999999999999999999-1")) {
            assertThat(open(last)).as(last).containsExactly("0 reset", "100 message a");
        }
        assertThat(inbox.open("somebody else", "0-100", now))
                .extracting(ServerEvent::name)
                .containsExactly("reset");
    }

    @Test
    void whatHasExpiredIsGone() {
        post("a", 1, "k");
        now = EXPIRES;
        assertThat(open(null)).isEmpty();
        assertThat(post("b", 1, "l")).isEmpty();
        inbox.expire(now);
        assertThat(inbox.customers()).isZero();
        assertThat(inbox.messages()).isZero();
    }

    @Test
    void nothingIsOpenForLongerThanTheTopicIsRead() {
        inbox.take(new Posted("anna", "a", 1, "k", 0, Long.MAX_VALUE, "{}"), position(), now);
        now = Mailbox.LONGEST_OPEN_MILLIS - 1;
        assertThat(open(null)).hasSize(1);
        now++;
        assertThat(open(null)).isEmpty();
    }

    @Test
    void anErasureTakesEverythingBackAndLeavesNothing() {
        post("a", 1, "k");
        post("b", 1, "l");
        assertThat(told(new Erased("anna"))).containsExactly("- taken_back a", "- taken_back b");
        assertThat(inbox.customers()).isZero();
        assertThat(told(new Erased("anna"))).isEmpty();
    }

    @Test
    void ofTooManyMessagesTheOldestGoes() {
        for (int i = 0; i < Mailbox.MOST_MESSAGES; i++) {
            post("a" + i, 1, "k" + i);
        }
        assertThat(post("last", 1, "l")).containsExactly("- taken_back a0", "150 message last");
        assertThat(inbox.messages()).isEqualTo(Mailbox.MOST_MESSAGES);
    }

    @Test
    void whoMissedMoreThanIsRememberedBeginsAnew() {
        for (int i = 0; i <= Mailbox.MOST_CLOSED; i++) {
            post("a" + i, 1, "k");
            takeBack("a" + i, 1);
        }
        assertThat(open("0-100")).containsExactly("0 reset");
        assertThat(open("0-101")).hasSize(Mailbox.MOST_CLOSED);
    }

    @Test
    void ofTooManyCustomersThoseGoOfWhomNothingWasHeardForTheLongestTime() {
        inbox = new Inbox(new Inbox.Limits(2, 1_000));
        for (String customer : List.of("anna", "ben", "anna", "carla")) {
            String actionId = "a-" + offset;
            inbox.take(new Posted(customer, actionId, 1, actionId, 0, EXPIRES, "{}"), position(), now);
        }
        assertThat(inbox.open("anna", null, now)).hasSize(2);
        assertThat(inbox.open("ben", null, now)).isEmpty();
        assertThat(inbox.forgotten()).isEqualTo(1);
        inbox.take(new Posted("dora", "d", 1, "d", 0, EXPIRES, "x".repeat(999)), position(), now);
        assertThat(inbox.customers()).isEqualTo(1);
        assertThat(inbox.messages()).isEqualTo(1);
    }

    private List<String> post(String actionId, long revision, String collapseKey) {
        return told(new Posted(
                "anna", actionId, revision, collapseKey, 0, EXPIRES, "{\"action_id\":\"" + actionId + "\"}"));
    }

    private List<String> takeBack(String actionId, long revision) {
        return told(new TakenBack("anna", actionId, revision, 0));
    }

    private List<String> told(InAppNews news) {
        return words(inbox.take(news, position(), now));
    }

    private List<String> open(@Nullable String last) {
        return words(inbox.open("anna", last, now));
    }

    private Position position() {
        return new Position(0, offset++);
    }

    /** Such as "100 message a"; without a number of its own "-". */
    private static List<String> words(List<ServerEvent> events) {
        return events.stream()
                .map(event -> number(event.id()) + " " + event.name()
                        + event.data()
                                .replaceAll("\\{\"action_id\":\"(\\w+)\"}", " $1")
                                .replace("{}", ""))
                .toList();
    }

    private static String number(@Nullable String id) {
        return id == null ? "-" : id.isEmpty() ? "0" : id.substring(2);
    }
}
