package dev.anlass.jobs.operator;

import dev.anlass.engine.rule.Settings;
import java.io.Serializable;

/** The settings of the engine in a form that travels to the subtasks. */
record EngineSettings(
        long latenessMillis, long presenceTimeoutMillis, int maxEventsPerMinute, long schedulesThrough, boolean spread)
        implements Serializable {

    static EngineSettings of(Settings settings) {
        return new EngineSettings(
                settings.latenessMillis(),
                settings.presenceTimeoutMillis(),
                settings.maxEventsPerMinute(),
                settings.schedulesThrough(),
                settings.spread());
    }

    Settings settings() {
        return new Settings(latenessMillis, presenceTimeoutMillis, maxEventsPerMinute, schedulesThrough, spread);
    }
}
