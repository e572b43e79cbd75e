package dev.anlass.jobs.push;

import org.jspecify.annotations.Nullable;

/**
 * Something of a customer that shows messages: an app on a telephone, or a browser.
 *
 * @param id names it in events; says nothing about the token
 * @param token by which the provider knows it; in a browser the endpoint of its subscription. Who has it can write to it
 * @param keys of a browser's subscription; null elsewhere
 * @param app such as the bundle id; null if unknown
 * @param locale BCP 47, such as de-CH; null if unknown
 * @param zone IANA time zone; null if unknown
 */
public record Device(
        String id,
        Platform platform,
        String token,
        @Nullable Keys keys,
        @Nullable String app,
        @Nullable String locale,
        @Nullable String zone) {

    /**
     * With what messages to a browser are encrypted (RFC 8291); both base64url without padding.
     *
     * @param p256dh public key of the browser, an uncompressed point
     * @param auth secret that it shares with whom it subscribed to
     */
    public record Keys(String p256dh, String auth) {

        @Override
        public String toString() {
            return "keys";
        }
    }

    /** Neither token nor keys. */
    @Override
    public String toString() {
        return "device " + id + " on " + platform.word();
    }
}
