package dev.anlass.jobs.push;

import dev.anlass.jobs.push.Parcel.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes what removes a message where it was shown. */
final class TakeBack {

    private static final List<Provider> WITHOUT_DEVICES = List.of(Provider.WEBHOOK, Provider.IN_APP);

    private TakeBack() {}

    static Dispatch of(Known shown, String customer, long revision, Devices devices, Times times) {
        List<Delivery> deliveries = new ArrayList<>();
        for (String target : shown.reached()) {
            Device device = devices.reachable(target);
            if (device != null) {
                deliveries.add(Delivery.to(target, device.platform().provider(), times.wall()));
            }
        }
        for (Provider provider : WITHOUT_DEVICES) {
            if (shown.reached().contains(provider.word())) {
                deliveries.add(Delivery.to(provider.word(), provider, times.wall()));
            }
        }
        return new Dispatch(message(shown, customer, revision, times), Purpose.TAKE_BACK, deliveries, null);
    }

    /** It has nothing to show. */
    private static Message message(Known shown, String customer, long revision, Times times) {
        return new Message(
                customer,
                shown.actionId(),
                revision,
                "",
                shown.trigger(),
                "",
                shown.channel(),
                "",
                times.now(),
                shown.expiresAt(),
                "{}",
                Map.of(),
                null,
                shown.collapseKey(),
                null);
    }
}
