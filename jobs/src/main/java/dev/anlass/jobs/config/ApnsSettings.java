package dev.anlass.jobs.config;

import java.io.Serializable;

/**
 * How messages reach iOS devices.
 *
 * @param key the file of a signing key; empty if they do not
 * @param topic bundle id of the app, where a device does not name its own
 * @param rate messages a second, of the whole job
 */
public record ApnsSettings(String key, String keyId, String teamId, String topic, String address, int rate)
        implements Serializable {

    public boolean isWanted() {
        return !key.isEmpty();
    }
}
