package dev.anlass.jobs.push.provider;

import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.Sender;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** The senders of the providers that are wanted. */
public final class Senders {

    private Senders() {}

    /**
     * Opens them; whoever has them closes them.
     *
     * @param clock says when tokens expire and until when messages are valid
     * @throws CannotStart if a key cannot be read or an address cannot be used
     */
    public static Map<Provider, Sender> open(PushSettings settings, InstantSource clock) {
        Trust trust = Trust.of(settings.trust());
        Map<Provider, Sender> senders = new EnumMap<>(Provider.class);
        try {
            fill(senders, settings, trust, clock);
        } catch (RuntimeException e) {
            senders.values().forEach(Sender::close);
            throw e;
        }
        return senders;
    }

    private static void fill(Map<Provider, Sender> senders, PushSettings settings, Trust trust, InstantSource clock) {
        if (settings.fcm().isWanted()) {
            senders.put(Provider.FCM, new FcmSender(settings, trust, clock));
        }
        if (settings.apns().isWanted()) {
            senders.put(Provider.APNS, new ApnsSender(settings, trust, clock));
        }
        if (settings.webPush().isWanted()) {
            senders.put(Provider.WEB_PUSH, new WebPushSender(settings, trust, clock));
        }
        if (settings.webhook().isWanted()) {
            senders.put(Provider.WEBHOOK, new WebhookSender(settings, trust, clock));
        }
    }
}
