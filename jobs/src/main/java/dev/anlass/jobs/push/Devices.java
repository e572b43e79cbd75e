package dev.anlass.jobs.push;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The devices of a customer, in the order in which they registered, and those that are kept only to take back what they show. */
public final class Devices {

    /** How many there are at most; the one that registered longest ago gives way. */
    public static final int MAX_DEVICES = 16;

    private final Map<String, Device> present = new LinkedHashMap<>();
    private final Map<String, Device> leaving = new LinkedHashMap<>();
    private int gaveWay;

    /** As they were kept. */
    public Devices(Collection<Device> present, Collection<Device> leaving) {
        present.forEach(device -> this.present.put(device.id(), device));
        leaving.forEach(device -> this.leaving.put(device.id(), device));
    }

    public Collection<Device> present() {
        return present.values();
    }

    /** Those of before an erasure to which something is still on its way. */
    public Collection<Device> leaving() {
        return leaving.values();
    }

    boolean areNone() {
        return present.isEmpty() && leaving.isEmpty();
    }

    /** How often one gave way. */
    int gaveWay() {
        return gaveWay;
    }

    @Nullable
    Device present(String id) {
        return present.get(id);
    }

    /** The one to which something may go, be it only to take something back. */
    @Nullable
    Device reachable(String id) {
        Device device = present.get(id);
        return device == null ? leaving.get(id) : device;
    }

    /** Whether a delivery still finds the device that it goes to. */
    boolean canTake(Delivery delivery) {
        if (delivery.provider() == Provider.WEBHOOK || delivery.provider() == Provider.IN_APP) {
            return true;
        }
        Device device = reachable(delivery.target());
        return device != null && device.platform().provider() == delivery.provider();
    }

    void register(Device device) {
        leaving.remove(device.id());
        present.remove(device.id());
        present.put(device.id(), device);
        if (present.size() > MAX_DEVICES) {
            present.remove(present.keySet().iterator().next());
            gaveWay++;
        }
    }

    /** Those with this id or this token. */
    List<Device> named(String idOrToken) {
        return present.values().stream()
                .filter(device ->
                        device.id().equals(idOrToken) || device.token().equals(idOrToken))
                .toList();
    }

    void remove(String id) {
        present.remove(id);
        leaving.remove(id);
    }

    /** None is the customer's any more. */
    void leave() {
        leaving.putAll(present);
        present.clear();
    }

    /** Forgets those that have left, but for these. */
    void forgetLeftBut(Set<String> needed) {
        leaving.keySet().retainAll(needed);
    }
}
