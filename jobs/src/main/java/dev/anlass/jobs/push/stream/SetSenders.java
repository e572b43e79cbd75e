package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.Sender;
import dev.anlass.jobs.push.provider.Senders;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The senders that the settings speak of. */
public record SetSenders(PushSettings settings) implements SenderSource {

    @Override
    public Set<Provider> providers() {
        Set<Provider> wanted = EnumSet.noneOf(Provider.class);
        add(wanted, Provider.FCM, settings.fcm().isWanted());
        add(wanted, Provider.APNS, settings.apns().isWanted());
        add(wanted, Provider.WEB_PUSH, settings.webPush().isWanted());
        add(wanted, Provider.WEBHOOK, settings.webhook().isWanted());
        return wanted;
    }

    private static void add(Set<Provider> wanted, Provider provider, boolean isWanted) {
        if (isWanted) {
            wanted.add(provider);
        }
    }

    @Override
    public Map<Provider, Sender> open() {
        return Senders.open(settings, InstantSource.system());
    }
}
