package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.ListStore.Shown;
import dev.anlass.jobs.advisor.ListStore.ShownRow;
import dev.anlass.jobs.advisor.ListStore.Summary;
import dev.anlass.jobs.advisor.RowClosed;
import dev.anlass.jobs.advisor.desk.ListPage.Neighbours;
import dev.anlass.jobs.advisor.desk.ListPage.State;
import io.javalin.config.RoutesConfig;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An advisor's lists: the newest, that of a day, all of them, and the stories of the customers on them. */
final class ListRoutes {

    /** About a year of working days. */
    private static final int MOST_HISTORY = 260;

    private final Seams seams;
    private final Porter porter;
    private final Pages pages;

    ListRoutes(Seams seams, Porter porter, Pages pages) {
        this.seams = seams;
        this.porter = porter;
        this.pages = pages;
    }

    void serve(RoutesConfig routes, Entrance entrance) {
        routes.get("/lists/{advisor}", entrance.signedIn(this::newest))
                .get("/lists/{advisor}/history", entrance.signedIn(this::history))
                .get("/lists/{advisor}/{day}", entrance.signedIn(this::ofDay))
                .get("/lists/{advisor}/{day}/rows/{action}/story", entrance.signedIn(this::story));
    }

    private void newest(Visit visit) {
        String advisor = visit.part("advisor");
        porter.look(visit.visitor(), "list", advisor);
        LocalDate today = day(visit.context().queryParam("day")).orElse(seams.todayOf(advisor));
        Optional<Shown> newest = seams.lists().newest(advisor, today);
        if (newest.isPresent()) {
            pages.show(visit.context(), page(visit, newest.get(), null));
        } else {
            pages.show(visit.context(), new NoListPage(visit.frame(), advisor, today));
        }
    }

    private void ofDay(Visit visit) {
        String advisor = visit.part("advisor");
        porter.look(visit.visitor(), "list", advisor);
        LocalDate day = day(visit.part("day")).orElseThrow(() -> porter.nothing(visit.visitor(), "list", advisor));
        Optional<Shown> shown = seams.lists().list(advisor, day);
        if (shown.isPresent()) {
            Notice notice = Notice.said(visit.context().queryParam("said"));
            pages.show(visit.context(), page(visit, shown.get(), notice));
        } else {
            pages.show(visit.context(), new NoListPage(visit.frame(), advisor, day));
        }
    }

    private void history(Visit visit) {
        String advisor = visit.part("advisor");
        porter.look(visit.visitor(), "history", advisor);
        pages.show(
                visit.context(),
                new HistoryPage(
                        visit.frame().at(Addresses.history(advisor)),
                        advisor,
                        seams.nameOf(advisor),
                        seams.todayOf(advisor),
                        seams.lists().history(advisor, MOST_HISTORY)));
    }

    private void story(Visit visit) {
        String advisor = visit.part("advisor");
        porter.reach(visit.visitor(), "story", advisor);
        Shown shown = shown(visit, "story");
        ShownRow row =
                row(shown, visit.part("action")).orElseThrow(() -> porter.nothing(visit.visitor(), "story", advisor));
        String customer = row.row().customer();
        porter.story(visit.visitor(), advisor, customer);
        Frame frame = visit.frame()
                .at(Addresses.story(advisor, shown.list().day(), row.row().actionId()));
        List<String> lines = seams.stories().of(customer, frame.words().language(), end(row));
        pages.show(visit.context(), StoryPage.of(frame, shown.list(), row, lines));
    }

    /** A story goes as far as its row: what happened after it has ended is not told. */
    private long end(ShownRow row) {
        RowClosed closed = row.closed();
        long end = closed == null ? row.row().expiresAt() : closed.time();
        return Math.min(end, seams.today().millis());
    }

    /** The list that the path names; refused if there is none. */
    Shown shown(Visit visit, String what) {
        String advisor = visit.part("advisor");
        return day(visit.part("day"))
                .flatMap(day -> seams.lists().list(advisor, day))
                .orElseThrow(() -> porter.nothing(visit.visitor(), what, advisor));
    }

    static Optional<ShownRow> row(Shown shown, String action) {
        return shown.rows().stream()
                .filter(row -> row.row().actionId().equals(action))
                .findFirst();
    }

    ListPage page(Visit visit, Shown shown, @Nullable Notice notice) {
        String advisor = shown.list().advisor();
        LocalDate day = shown.list().day();
        return new ListPage(
                visit.frame().at(Addresses.list(advisor, day)),
                shown,
                seams.nameOf(advisor),
                new State(advisor.equals(visit.visitor().advisor()), isNewest(advisor, day), seams.todayOf(advisor)),
                neighbours(advisor, day),
                notice);
    }

    /** Whether no list up to today is newer. */
    private boolean isNewest(String advisor, LocalDate day) {
        return seams.lists()
                .newest(advisor, seams.todayOf(advisor))
                .map(newest -> !day.isBefore(newest.list().day()))
                .orElse(true);
    }

    private Neighbours neighbours(String advisor, LocalDate day) {
        LocalDate earlier = null;
        LocalDate later = null;
        for (Summary summary : seams.lists().history(advisor, MOST_HISTORY)) {
            if (summary.day().isAfter(day)) {
                later = summary.day();
            } else if (summary.day().isBefore(day)) {
                earlier = summary.day();
                break;
            }
        }
        return new Neighbours(earlier, later);
    }

    /** A day such as {@code 2026-03-02}; none if it is something else. */
    static Optional<LocalDate> day(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
