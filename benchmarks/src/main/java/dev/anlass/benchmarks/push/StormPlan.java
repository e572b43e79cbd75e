package dev.anlass.benchmarks.push;

import dev.anlass.jobs.demo.phones.Phones;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Customers with devices, and actions for them; the same for the same seed.
 *
 * <p>Of 100 customers 45 have an Android, 30 an iPhone, 15 a browser, 8 an Android and an iPhone, 2 nothing. Of 100
 * actions 5 go to the webhook; 3 expire after 15 seconds, 10 after a minute, the others after an hour, and after 15
 * seconds for whom no device can be reached: until then the open app is waited for.
 *
 * @param perSecond actions that are written in a second
 */
record StormPlan(long seed, int customers, int actions, int perSecond) {

    private static final long SHORT_MILLIS = 15_000;
    private static final long MIDDLE_MILLIS = 60_000;
    private static final long LONG_MILLIS = 3_600_000;

    /** An action before it is written. */
    record Planned(String actionId, String customer, String channel, long validMillis) {}

    static String customer(int number) {
        return "c" + number;
    }

    List<Device> devices(int customer, Phones phones) {
        int kind = kind(customer);
        List<Device> devices = new ArrayList<>();
        if (kind < 45 || (kind >= 90 && kind < 98)) {
            devices.add(phones.newDevice(Platform.ANDROID, "de-CH"));
        }
        if ((kind >= 45 && kind < 75) || (kind >= 90 && kind < 98)) {
            devices.add(phones.newDevice(Platform.IOS, "en-GB"));
        }
        if (kind >= 75 && kind < 90) {
            devices.add(phones.newDevice(Platform.WEB, "fr"));
        }
        return devices;
    }

    private int kind(int customer) {
        return new SplittableRandom(seed * 31 + customer).nextInt(100);
    }

    /** Whether the app was removed from the telephone, and nobody has said so. */
    boolean isGone(int customer) {
        return customer % 200 == 3;
    }

    /** Every hundredth customer withdraws. */
    boolean withdraws(int customer) {
        return customer % 100 == 7;
    }

    Planned action(int number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        int life = random.nextInt(100);
        String channel = random.nextInt(100) < 5 ? "webhook" : "push";
        int customer = random.nextInt(customers);
        boolean isUnreachable = kind(customer) >= 98 || isGone(customer);
        long validMillis = life < 3 || isUnreachable ? SHORT_MILLIS : life < 13 ? MIDDLE_MILLIS : LONG_MILLIS;
        return new Planned("a-" + number, customer(customer), channel, validMillis);
    }
}
