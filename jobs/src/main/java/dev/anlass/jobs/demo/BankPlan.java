package dev.anlass.jobs.demo;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.jobs.advisor.desk.Stories;
import dev.anlass.jobs.config.JobSettings;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the demo of a bank is to do.
 *
 * @param rules what is published
 * @param bundle what has been made of them
 * @param title says what the events are
 * @param events opened as often as they are asked for
 * @param zone in which a day is a day
 * @param stories tells customers' stories from the topics of the settings
 * @param out where actions, decisions, rejected records and the lists' files are written; null for nowhere
 * @param webPort of Flink's web page; null for the first free one of the usual
 * @param deskPort of the advisors' page; null for the first free one of the usual
 * @param keepRunning whether everything stays up until the process is stopped
 */
public record BankPlan(
        RuleFiles rules,
        Bundle bundle,
        String title,
        Streams events,
        ZoneId zone,
        Function<JobSettings, Stories> stories,
        @Nullable Path out,
        @Nullable Integer webPort,
        @Nullable Integer deskPort,
        boolean keepRunning) {

    /** When the lists of the demo's branches are cut off. */
    static final LocalTime CUT_OFF = LocalTime.of(7, 30);

    /** When somebody comes to the desk. */
    static final LocalTime OPENS = LocalTime.of(8, 0);

    /** When the played advisors have made their calls. */
    static final LocalTime CALLED = LocalTime.of(10, 0);

    /** Opens the events anew. */
    public interface Streams {
        EventStream open();
    }
}
