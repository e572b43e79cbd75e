package dev.anlass.jobs.advisor.desk;

import java.time.LocalDate;

/**
 * There is no list on a day.
 *
 * @param advisor whose it would be
 */
public record NoListPage(Frame frame, String advisor, LocalDate day) {}
