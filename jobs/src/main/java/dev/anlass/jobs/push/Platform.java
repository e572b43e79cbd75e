package dev.anlass.jobs.push;

import java.util.Locale;
import java.util.Optional;

/** What a device runs on, which says who carries messages to it. */
public enum Platform {
    ANDROID(Provider.FCM),
    IOS(Provider.APNS),
    WEB(Provider.WEB_PUSH);

    private final Provider provider;

    Platform(Provider provider) {
        this.provider = provider;
    }

    public Provider provider() {
        return provider;
    }

    /** As it stands in events. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The platform of a word; empty if there is none. */
    public static Optional<Platform> of(String word) {
        for (Platform platform : values()) {
            if (platform.word().equals(word)) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }
}
