package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.connector.DeliveryJson;
import dev.anlass.jobs.connector.MessageJson;
import dev.anlass.jobs.metrics.PushMetrics;
import dev.anlass.jobs.push.PushEffect;

/** What is written down of an effect, and where. */
final class Told {

    private final String customer;
    private final byte[] json;
    private final boolean inApp;

    private Told(String customer, byte[] json, boolean inApp) {
        this.customer = customer;
        this.json = json;
        this.inApp = inApp;
    }

    /** @param now milliseconds since 1970; of recorded data it may not be known yet, but nothing is before its decision */
    static Told of(PushEffect effect, long now, PushMetrics count) {
        if (effect instanceof PushEffect.Delivered delivered) {
            count.delivered(delivered.provider().word());
            long time = Math.max(now, delivered.message().decidedAt());
            return new Told(delivered.message().customer(), DeliveryJson.delivered(delivered, time), false);
        } else if (effect instanceof PushEffect.Failed failed) {
            count.failed(failed.reason());
            long time = Math.max(now, failed.message().decidedAt());
            return new Told(failed.message().customer(), DeliveryJson.failed(failed, time), false);
        } else if (effect instanceof PushEffect.Removed removed) {
            count.deviceRemoved(removed.device().platform().provider().word());
            return new Told(removed.customer(), DeliveryJson.removed(removed, now), false);
        } else if (effect instanceof PushEffect.Erased erased) {
            count.erased();
            return new Told(erased.customer(), MessageJson.erased(erased.customer(), now), true);
        }
        throw new IllegalStateException("an effect that nobody knows");
    }

    String customer() {
        return customer;
    }

    byte[] json() {
        return json;
    }

    /** Whether it is for those who show messages; otherwise it is an event. */
    boolean inApp() {
        return inApp;
    }
}
