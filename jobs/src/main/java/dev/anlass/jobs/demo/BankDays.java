package dev.anlass.jobs.demo;

import dev.anlass.engine.event.Decoded;
import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.Feedback;
import dev.anlass.jobs.demo.bank.PlayedAdvisors;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/**
 * Lets the days of a bank pass: its events as they come; each working day's lists at the cut-off; then the calls of the
 * advisors, who are played.
 *
 * <p>The lists of the last morning are left as they are, for whoever opens the page.
 */
final class BankDays {

    private static final Duration FROZEN_WITHIN = Duration.ofMinutes(1);

    private final BankPlan plan;
    private final DemoJob job;
    private final Feeder feeder;
    private final PublishedLists lists;
    private final Screen screen;
    private final long latenessMillis;
    private final Duration grace;
    private LocalDate day = LocalDate.MIN;

    BankDays(BankPlan plan, DemoJob job, Feeder feeder, PublishedLists lists, Screen screen) {
        this.plan = plan;
        this.job = job;
        this.feeder = feeder;
        this.lists = lists;
        this.screen = screen;
        this.latenessMillis = job.settings().engine().latenessMillis();
        this.grace = job.settings().grace();
    }

    /** Lets all of them pass; gives the last morning. */
    LocalDate pass() throws Exception {
        try (EventStream events = plan.events().open()) {
            for (byte[] record = events.next(); record != null; record = events.next()) {
                Decoded decoded = feeder.decode(record);
                if (decoded instanceof Decoded.Accepted accepted) {
                    passTo(accepted.event().time());
                }
                feeder.feed(record, decoded);
            }
        }
        morning(day);
        return day;
    }

    /** Lets the mornings before a time pass. */
    private void passTo(long time) throws Exception {
        if (day.equals(LocalDate.MIN)) {
            day = nextWorkingDay(Instant.ofEpochMilli(time).atZone(plan.zone()).toLocalDate());
        }
        while (frozenAt().toEpochMilli() < time) {
            morning(day);
            call();
            day = nextWorkingDay(day);
        }
    }

    private Instant frozenAt() {
        return at(BankPlan.CUT_OFF).plusMillis(latenessMillis);
    }

    private Instant at(LocalTime time) {
        return day.atTime(time).atZone(plan.zone()).toInstant();
    }

    private void morning(LocalDate today) throws Exception {
        screen.status(() -> String.format(Locale.ROOT, "%s, %,d lists, %,d rows", today, lists.lists(), lists.rows()));
        Instant frozen = frozenAt();
        feeder.tick(frozen.plus(grace).plusMillis(1));
        feeder.flush();
        job.awaitTime(frozen.toEpochMilli(), () -> {});
        lists.awaitEnd(FROZEN_WITHIN);
    }

    private void call() {
        long time = at(BankPlan.CALLED).toEpochMilli();
        for (AdvisorList list : lists.of(day)) {
            for (Feedback feedback : PlayedAdvisors.say(list, time)) {
                lists.give(list.id(), feedback);
            }
        }
    }

    private static LocalDate nextWorkingDay(LocalDate after) {
        LocalDate next = after.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }
}
