package dev.anlass.jobs.config;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;

/**
 * How messages reach browsers.
 *
 * @param key the file of a private key; empty if they do not
 * @param contact whom a push service can write to
 * @param hosts of push services; one that begins with a dot stands for all hosts that end with it
 * @param rate messages a second, of the whole job
 */
public record WebPushSettings(String key, String contact, Set<String> hosts, int rate) implements Serializable {

    public WebPushSettings {
        hosts = Set.copyOf(hosts);
    }

    public boolean isWanted() {
        return !key.isEmpty();
    }

    /** Whether a device may have its endpoint there: who registers devices must not choose whom this job calls. */
    public boolean permits(String host) {
        String small = host.toLowerCase(Locale.ROOT);
        return hosts.stream().anyMatch(known -> known.startsWith(".") ? small.endsWith(known) : small.equals(known));
    }
}
