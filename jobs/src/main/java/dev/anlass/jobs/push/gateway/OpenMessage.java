package dev.anlass.jobs.push.gateway;

import dev.anlass.jobs.push.gateway.InAppNews.Posted;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A message that apps show.
 *
 * @param openUntil milliseconds since 1970
 * @param wasDelivered whether it got to an app
 */
record OpenMessage(Posted posted, Position position, long openUntil, AtomicBoolean wasDelivered) {

    OpenMessage(Posted posted, Position position, long openUntil) {
        this(posted, position, openUntil, new AtomicBoolean());
    }

    int characters() {
        return posted.json().length();
    }

    @Override
    public String toString() {
        return posted.toString();
    }
}
