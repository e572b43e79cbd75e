package dev.anlass.jobs.push;

import java.util.Locale;

/** Who carries messages the last part of the way. */
public enum Provider {
    FCM,
    APNS,
    WEB_PUSH,
    WEBHOOK,
    IN_APP;

    /** As it stands in events, settings and metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
