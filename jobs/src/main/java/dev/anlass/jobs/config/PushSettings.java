package dev.anlass.jobs.config;

import java.io.Serializable;
import java.time.Duration;
import java.util.Set;

/**
 * Everything that is set about delivery to apps.
 *
 * @param channels actions on these go to the devices of the customer and into the app
 * @param link what a tap opens, with {@code {action_id}} for the action; empty if nothing
 * @param tokenSecret signs the tokens of apps
 * @param feedbackFor how long after its expiry an action still takes feedback
 * @param inFlight messages under way at once to each provider, of each subtask
 * @param timeout an answer that takes longer is none
 * @param trust a file of certificates that are trusted beside those of Java; empty if there is none
 */
public record PushSettings(
        Set<String> channels,
        String link,
        Secret tokenSecret,
        Duration feedbackFor,
        int inFlight,
        Duration timeout,
        String trust,
        FcmSettings fcm,
        ApnsSettings apns,
        WebPushSettings webPush,
        WebhookSettings webhook)
        implements Serializable {

    public PushSettings {
        channels = Set.copyOf(channels);
    }
}
