package dev.anlass.jobs.push;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which way the actions of a channel go.
 *
 * @param apps channels whose actions go to the devices of the customer and into the app
 * @param webhook channels whose actions go to a system of one's own
 * @param open providers that are set up
 */
public record Routes(Set<String> apps, Set<String> webhook, Set<Provider> open) implements Serializable {

    public Routes {
        apps = Set.copyOf(apps);
        webhook = Set.copyOf(webhook);
        open = Set.copyOf(open);
    }

    public boolean carry(String channel) {
        return apps.contains(channel) || webhook.contains(channel);
    }

    List<Delivery> deliveries(Message message, Collection<Device> devices, long dueAt) {
        List<Delivery> deliveries = new ArrayList<>();
        if (apps.contains(message.channel())) {
            for (Device device : devices) {
                add(deliveries, device.id(), device.platform().provider(), dueAt);
            }
            add(deliveries, Provider.IN_APP.word(), Provider.IN_APP, dueAt);
        }
        if (webhook.contains(message.channel())) {
            add(deliveries, Provider.WEBHOOK.word(), Provider.WEBHOOK, dueAt);
        }
        return deliveries;
    }

    private void add(List<Delivery> deliveries, String target, Provider provider, long dueAt) {
        if (open.contains(provider)) {
            deliveries.add(Delivery.to(target, provider, dueAt));
        }
    }
}
