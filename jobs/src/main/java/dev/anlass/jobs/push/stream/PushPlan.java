package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.CustomerKeys;
import java.io.Serializable;
import java.util.Set;

/**
 * What the push operator works with.
 *
 * @param partitions of the events
 * @param library says what is stopped, and what triggers need permission for
 */
public record PushPlan(
        Channels channels,
        Limits limits,
        Words words,
        Clock clock,
        int partitions,
        CustomerKeys keys,
        BundleLibrary library,
        SenderSource senders,
        Ledger.Opener ledger)
        implements Serializable {

    /**
     * Which actions are delivered.
     *
     * @param apps to the devices of the customer and into the app
     * @param webhook to a system of one's own
     */
    public record Channels(Set<String> apps, Set<String> webhook) implements Serializable {

        public Channels {
            apps = Set.copyOf(apps);
            webhook = Set.copyOf(webhook);
        }
    }

    /**
     * What goes along with each message.
     *
     * @param link what a tap opens; empty if nothing
     * @param feedbackForMillis how long after its expiry an action takes feedback
     */
    public record Words(Secret tokenSecret, String link, long feedbackForMillis) implements Serializable {}
}
