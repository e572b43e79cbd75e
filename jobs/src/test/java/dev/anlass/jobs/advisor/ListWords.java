package dev.anlass.jobs.advisor;

import dev.anlass.jobs.advisor.AdvisorList.LeftOut;
import dev.anlass.jobs.advisor.ListEffect.Close;
import dev.anlass.jobs.advisor.ListEffect.Fail;
import dev.anlass.jobs.advisor.ListEffect.Plan;
import dev.anlass.jobs.advisor.ListEffect.Publish;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** What is told of a book, in one line each. */
final class ListWords {

    private ListWords() {}

    static String of(ListEffect effect) {
        if (effect instanceof Publish publish) {
            return of(publish.list());
        }
        if (effect instanceof Close close) {
            return of(close.row());
        }
        if (effect instanceof Plan plan) {
            return (plan.isPlanned() ? "plan " : "unplan ") + plan.actionId();
        }
        Fail fail = (Fail) effect;
        return "fail " + fail.actionId() + " " + fail.reason();
    }

    private static String of(AdvisorList list) {
        String rows = list.rows().stream()
                .map(row -> row.actionId() + " age " + row.age())
                .collect(Collectors.joining(", "));
        LeftOut out = list.leftOut();
        String leftOut = out.equals(LeftOut.NONE)
                ? "none"
                : out.capacity() + " capacity, " + out.productShare() + " product, " + out.sameCustomer() + " customer";
        return list.day() + ": " + rows + "; left out " + leftOut;
    }

    private static String of(RowClosed closed) {
        String until = closed.until() == null ? "" : " until " + closed.until();
        return "close " + closed.actionId() + " of " + day(closed) + " " + closed.reason() + until;
    }

    /** Ids of lists are hashes; those of a few weeks are looked through. */
    private static String day(RowClosed closed) {
        return LocalDate.parse("2026-02-01")
                .datesUntil(LocalDate.parse("2026-05-01"))
                .filter(day -> AdvisorList.id(closed.advisor(), day).equals(closed.listId()))
                .map(LocalDate::toString)
                .findFirst()
                .orElse(closed.listId());
    }
}
