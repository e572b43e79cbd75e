package dev.anlass.jobs.advisor.desk;

import dev.anlass.engine.customer.StableHash;
import dev.anlass.jobs.advisor.Feedback;
import dev.anlass.jobs.advisor.Feedback.Kind;
import dev.anlass.jobs.advisor.ListStore.Shown;
import dev.anlass.jobs.advisor.ListStore.ShownRow;
import dev.anlass.jobs.advisor.Row;
import dev.anlass.jobs.advisor.RowClosed;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of a row: given by the advisor whose row it is, kept, and seen on the list at once. */
final class FeedbackRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackRoutes.class);
    private static final String ID_PREFIX = "f-";

    private final Seams seams;
    private final Porter porter;
    private final Pages pages;
    private final ListRoutes lists;

    FeedbackRoutes(Seams seams, Porter porter, Pages pages, ListRoutes lists) {
        this.seams = seams;
        this.porter = porter;
        this.pages = pages;
        this.lists = lists;
    }

    void serve(RoutesConfig routes, Entrance entrance) {
        routes.post("/lists/{advisor}/{day}/rows/{action}", entrance.posted(this::give));
    }

    /** The same for the same answer to the same row, however often it is given. */
    static String id(String listId, String action, Kind kind) {
        return ID_PREFIX + StableHash.id(listId, action, kind.word());
    }

    private void give(Visit visit) {
        String advisor = visit.part("advisor");
        porter.feedback(visit.visitor(), advisor);
        Shown shown = lists.shown(visit, "feedback");
        ShownRow row = ListRoutes.row(shown, visit.part("action"))
                .orElseThrow(() -> porter.nothing(visit.visitor(), "feedback", advisor));
        String word = visit.field("kind");
        Optional<Kind> kind = word == null ? Optional.empty() : Kind.of(word);
        Notice notice =
                kind.isEmpty() ? Notice.NOT_UNDERSTOOD : answer(visit, lists.page(visit, shown, null), row, kind.get());
        show(
                visit,
                lists.page(visit, lists.shown(visit, "feedback"), notice),
                kind.map(Kind::word).orElse(""));
    }

    private Notice answer(Visit visit, ListPage page, ShownRow row, Kind kind) {
        RowClosed closed = row.closed();
        if (closed != null) {
            return closed.reason().equals(kind.word()) ? Notice.kept(kind) : Notice.CLOSED_ALREADY;
        }
        if (!page.mayAnswer()) {
            return Notice.NOT_NEWEST;
        }
        Refusal reason =
                kind == Kind.REJECTED ? Refusal.of(visit.field("reason")).orElse(null) : null;
        LocalDate until = kind == Kind.NOT_NOW ? until(visit, page, row.row()).orElse(null) : null;
        if (kind == Kind.REJECTED && reason == null) {
            return Notice.NO_REASON;
        }
        if (kind == Kind.NOT_NOW && until == null) {
            return Notice.NO_DAY;
        }
        return keep(page, feedback(page, row.row(), kind, reason, until));
    }

    private static Optional<LocalDate> until(Visit visit, ListPage page, Row row) {
        return ListRoutes.day(visit.field("until"))
                .filter(until -> !until.isBefore(page.earliest()) && !until.isAfter(row.due()));
    }

    private Feedback feedback(ListPage page, Row row, Kind kind, @Nullable Refusal reason, @Nullable LocalDate until) {
        String advisor = page.list().advisor();
        return new Feedback(
                id(page.list().id(), row.actionId(), kind),
                kind,
                row.actionId(),
                row.customer(),
                advisor,
                row.purpose(),
                reason == null ? null : reason.word(),
                until,
                seams.today().millis());
    }

    /** What cannot be kept is told to the advisor, who tries again; the row stays. */
    private Notice keep(ListPage page, Feedback feedback) {
        try {
            seams.feedback().take(feedback);
            seams.lists().give(page.list().id(), feedback);
            return Notice.kept(feedback.kind());
        } catch (RuntimeException e) {
            LOG.error(
                    "feedback {} was not kept: {}", feedback.id(), e.getClass().getName());
            return Notice.NOT_KEPT;
        }
    }

    private void show(Visit visit, ListPage page, String word) {
        Notice notice = page.notice();
        if (visit.wantsPart()) {
            pages.showPart(visit.context().status(status(notice)), page);
        } else if (notice != null && !notice.isProblem()) {
            String address = Addresses.list(page.list().advisor(), page.list().day());
            visit.context().redirect(address + "?said=" + word, HttpStatus.SEE_OTHER);
        } else {
            pages.show(visit.context().status(status(notice)), page);
        }
    }

    private static int status(@Nullable Notice notice) {
        return notice == null ? HttpStatus.OK.getCode() : notice.status();
    }
}
