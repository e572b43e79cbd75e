package dev.anlass.jobs.config;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes from what was given what is set about delivery to apps. */
final class PushSettingsReader {

    private static final int MOST_IN_FLIGHT = 10_000;
    private static final int HIGHEST_RATE = 1_000_000;

    private PushSettingsReader() {}

    static PushSettings push(GivenSettings given) {
        return new PushSettings(
                names(given.text("push.channels")),
                given.text("push.link"),
                new Secret(given.text("push.token_secret")),
                given.duration("push.feedback_for"),
                given.whole("push.in_flight", 1, MOST_IN_FLIGHT),
                given.duration("push.timeout"),
                given.text("push.trust"),
                new FcmSettings(given.text("push.fcm.account"), given.text("push.fcm.address"), rate(given, "fcm")),
                apns(given),
                new WebPushSettings(
                        given.text("push.web_push.key"),
                        given.text("push.web_push.contact"),
                        names(given.text("push.web_push.hosts")),
                        rate(given, "web_push")),
                new WebhookSettings(
                        names(given.text("push.webhook.channels")),
                        given.text("push.webhook.address"),
                        new Secret(given.text("push.webhook.secret")),
                        rate(given, "webhook")));
    }

    /** Names divided by commas. */
    static Set<String> names(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ApnsSettings apns(GivenSettings given) {
        return new ApnsSettings(
                given.text("push.apns.key"),
                given.text("push.apns.key_id"),
                given.text("push.apns.team_id"),
                given.text("push.apns.topic"),
                given.text("push.apns.address"),
                rate(given, "apns"));
    }

    private static int rate(GivenSettings given, String provider) {
        return given.whole("push." + provider + ".rate", 1, HIGHEST_RATE);
    }
}
