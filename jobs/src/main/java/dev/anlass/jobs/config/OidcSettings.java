package dev.anlass.jobs.config;

/**
 * How people sign in by OpenID Connect.
 *
 * @param issuer the URL of the provider; empty if they do not
 */
public record OidcSettings(String issuer, String clientId, Secret clientSecret) {

    public boolean isWanted() {
        return !issuer.isEmpty();
    }
}
