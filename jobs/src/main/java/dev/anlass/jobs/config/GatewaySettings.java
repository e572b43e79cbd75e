package dev.anlass.jobs.config;

import java.util.Set;

/**
 * Everything that is set about what apps talk to.
 *
 * @param port 0 for any free port
 * @param origins of web pages that may talk to it
 */
public record GatewaySettings(String host, int port, Set<String> origins) {

    public GatewaySettings {
        origins = Set.copyOf(origins);
    }
}
