package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.Advisor;
import dev.anlass.jobs.advisor.ListStore.Summary;
import io.javalin.config.RoutesConfig;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A branch as its head sees it: how far each advisor is. */
final class BranchRoutes {

    private final Seams seams;
    private final Porter porter;
    private final Pages pages;

    BranchRoutes(Seams seams, Porter porter, Pages pages) {
        this.seams = seams;
        this.porter = porter;
        this.pages = pages;
    }

    void serve(RoutesConfig routes, Entrance entrance) {
        routes.get("/branches/{branch}", entrance.signedIn(this::show));
    }

    private void show(Visit visit) {
        String branch = visit.part("branch");
        porter.branch(visit.visitor(), branch);
        LocalDate asked = ListRoutes.day(visit.context().queryParam("day")).orElse(seams.todayIn(branch));
        List<Summary> lists = seams.lists().branch(branch, asked);
        LocalDate day = lists.isEmpty() ? asked : lists.get(0).day();
        Frame frame = visit.frame().at(Addresses.branch(branch));
        pages.show(visit.context(), new BranchPage(frame, branch, day, desks(branch, lists)));
    }

    /** Everybody who works there or has a list from there. */
    private List<BranchPage.Desk> desks(String branch, List<Summary> lists) {
        Map<String, Summary> byAdvisor = new TreeMap<>();
        lists.forEach(list -> byAdvisor.put(list.advisor(), list));
        List<BranchPage.Desk> desks = new ArrayList<>();
        lists.forEach(list -> desks.add(new BranchPage.Desk(list.advisor(), seams.nameOf(list.advisor()), list)));
        for (Advisor advisor : seams.offices().advisors().values()) {
            if (advisor.branch().name().equals(branch) && !byAdvisor.containsKey(advisor.id())) {
                desks.add(new BranchPage.Desk(advisor.id(), advisor.name(), null));
            }
        }
        return desks;
    }
}
