package dev.anlass.jobs.config;

import java.io.Serializable;

/**
 * How messages reach Android devices.
 *
 * @param account the file of a service account; empty if they do not
 * @param rate messages a second, of the whole job
 */
public record FcmSettings(String account, String address, int rate) implements Serializable {

    public boolean isWanted() {
        return !account.isEmpty();
    }
}
