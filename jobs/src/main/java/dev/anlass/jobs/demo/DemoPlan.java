package dev.anlass.jobs.demo;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.RuleFiles;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a demo is to do.
 *
 * @param rules what is published
 * @param bundle what has been made of them
 * @param title says what the events are
 * @param zone in which times are printed
 * @param speed how many times faster than recorded; infinite for as fast as possible
 * @param linesPerSecond how many actions are printed each second, at most
 * @param out where to write what comes out; null for nowhere
 * @param webPort of Flink's web page; null for the first free one of the usual
 * @param push whether every customer gets a device, and actions are delivered to it
 * @param keepRunning whether everything stays up until the process is stopped
 */
public record DemoPlan(
        RuleFiles rules,
        Bundle bundle,
        String title,
        ZoneId zone,
        double speed,
        int linesPerSecond,
        @Nullable Path out,
        @Nullable Integer webPort,
        boolean push,
        boolean keepRunning) {}
