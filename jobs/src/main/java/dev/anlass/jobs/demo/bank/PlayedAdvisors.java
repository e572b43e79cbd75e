package dev.anlass.jobs.demo.bank;

import dev.anlass.engine.customer.StableHash;
import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.Feedback;
import dev.anlass.jobs.advisor.Feedback.Kind;
import dev.anlass.jobs.advisor.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Advisors who are played: what they say of a row follows from the id of its action and how old it is.
 *
 * <p>Seven of ten rows are called on their first day, two later, one never.
 */
public final class PlayedAdvisors {

    private static final int DAYS_PUT_OFF = 2;

    private PlayedAdvisors() {}

    /** What an advisor says about a list, at a time on its day. */
    public static List<Feedback> say(AdvisorList list, long time) {
        List<Feedback> said = new ArrayList<>();
        for (Row row : list.rows()) {
            kind(row).ifPresent(kind -> said.add(feedback(list, row, kind, time)));
        }
        return said;
    }

    private static Optional<Kind> kind(Row row) {
        int tenth = (int) (StableHash.step("called", row.actionId()) / 1_000);
        boolean isCalledNow = row.age() == 0 ? tenth < 7 : tenth < 9;
        if (!isCalledNow) {
            return Optional.empty();
        }
        int hundredth = (int) (StableHash.step("said", row.actionId(), String.valueOf(row.age())) / 100);
        if (hundredth < 25) {
            return Optional.of(Kind.ACCEPTED);
        }
        if (hundredth < 60) {
            return Optional.of(Kind.REJECTED);
        }
        if (hundredth < 80) {
            return Optional.of(Kind.CONTACTED);
        }
        return Optional.of(hundredth < 97 ? Kind.NOT_NOW : Kind.DO_NOT_CONTACT);
    }

    private static Feedback feedback(AdvisorList list, Row row, Kind kind, long time) {
        LocalDate until = kind == Kind.NOT_NOW ? list.day().plusDays(DAYS_PUT_OFF) : null;
        return new Feedback(
                row.actionId() + "/" + kind.word() + "/" + list.day(),
                kind,
                row.actionId(),
                row.customer(),
                list.advisor(),
                row.purpose(),
                kind == Kind.REJECTED ? "no_interest" : null,
                until,
                time);
    }
}
