package dev.anlass.jobs.config;

import java.io.Serializable;
import java.util.Set;

/**
 * How a system of one's own is told of actions.
 *
 * @param channels actions on these go there
 * @param rate messages a second, of the whole job
 */
public record WebhookSettings(Set<String> channels, String address, Secret secret, int rate) implements Serializable {

    public WebhookSettings {
        channels = Set.copyOf(channels);
    }

    public boolean isWanted() {
        return !address.isEmpty() && !channels.isEmpty();
    }
}
