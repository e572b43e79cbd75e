package dev.anlass.jobs.advisor.sheet;

import dev.anlass.jobs.advisor.Advisor;
import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.Branch;
import dev.anlass.jobs.advisor.Offices;

/** What people call the advisor and the branch of a list; their ids if nobody knows them any more. */
record SheetNames(String advisor, String branch) {

    static SheetNames of(AdvisorList list, Offices offices) {
        Advisor advisor = offices.advisor(list.advisor());
        Branch branch = offices.branches().get(list.branch());
        return new SheetNames(
                SheetText.of(advisor == null ? list.advisor() : advisor.name()),
                SheetText.of(branch == null ? list.branch() : branch.name()));
    }
}
