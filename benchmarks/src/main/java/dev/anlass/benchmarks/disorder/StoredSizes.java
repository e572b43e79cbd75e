package dev.anlass.benchmarks.disorder;

import dev.anlass.engine.step.CustomerState;
import dev.anlass.jobs.state.CustomerCodec;
import dev.anlass.jobs.state.StoredCustomer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** How many events are remembered of each customer, and how many bytes all that is stored of them takes. */
final class StoredSizes {

    private final Map<String, Size> sizes = new HashMap<>();

    private record Size(int events, int bytes) {}

    StoredSizes(Collection<CustomerState> customers) {
        customers.forEach(customer -> sizes.put(customer.customer(), size(customer)));
    }

    /** @param nothing the same customers after the same events with a lateness of 0 */
    Map<String, Object> figures(StoredSizes nothing) {
        double events = sizes.values().stream().mapToInt(Size::events).average().orElse(0);
        double bytes = sizes.values().stream().mapToInt(Size::bytes).average().orElse(0);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("customers", sizes.size());
        figures.put("remembered_events_per_customer", Math.round(events * 10) / 10.0);
        figures.put("stored_bytes_per_customer", Math.round(bytes));
        figures.put("more_bytes_per_more_event", bytesPerEventBeyond(nothing));
        return figures;
    }

    private long bytesPerEventBeyond(StoredSizes nothing) {
        long events = 0;
        long bytes = 0;
        for (Map.Entry<String, Size> other : nothing.sizes.entrySet()) {
            Size own = Objects.requireNonNull(sizes.get(other.getKey()), "the same customers");
            events += own.events() - other.getValue().events();
            bytes += own.bytes() - other.getValue().bytes();
        }
        return events == 0 ? 0 : Math.round((double) bytes / events);
    }

    /** When a customer is to be woken takes the same room in each. */
    private static Size size(CustomerState state) {
        byte[] bytes = CustomerCodec.encode(new StoredCustomer(state.stored(), Long.MAX_VALUE));
        return new Size(state.stored().recent().size(), bytes.length);
    }
}
