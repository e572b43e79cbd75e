package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.ListStore.Summary;
import java.time.LocalDate;
import java.util.List;

/** An advisor's lists, the newest first. */
public record HistoryPage(Frame frame, String advisor, String advisorName, LocalDate today, List<Summary> lists) {

    public HistoryPage {
        lists = List.copyOf(lists);
    }
}
