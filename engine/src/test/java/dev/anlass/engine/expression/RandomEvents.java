package dev.anlass.engine.expression;

import dev.anlass.engine.event.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Events as {@link Given} declares them, each field of which may be missing. */
final class RandomEvents {

    private final Random random;

    RandomEvents(Random random) {
        this.random = random;
    }

    Fields next() {
        Map<String, Object> event = new HashMap<>();
        maybe(event, "product_id", this::text);
        maybe(event, "category", this::text);
        maybe(event, "price", this::price);
        maybe(event, "quantity", this::quantity);
        maybe(event, "gift", random::nextBoolean);
        maybe(event, "time", () -> Instant.ofEpochMilli(1_772_481_600_000L + random.nextInt(3) - 1));
        maybe(event, "product_ids", () -> list(this::text));
        maybe(event, "lines", () -> list(this::line));
        maybe(event, "fence", this::fence);
        maybe(event, "extra", this::anything);
        return Fields.of(event);
    }

    private Fields line() {
        Map<String, Object> line = new HashMap<>();
        maybe(line, "product_id", this::text);
        maybe(line, "price", this::price);
        maybe(line, "quantity", this::quantity);
        return Fields.of(line);
    }

    private Fields fence() {
        Map<String, Object> fence = new HashMap<>();
        maybe(fence, "kind", this::text);
        maybe(fence, "lat", this::price);
        maybe(fence, "lon", this::price);
        return Fields.of(fence);
    }

    private Object anything() {
        return switch (random.nextInt(7)) {
            case 0 -> text();
            case 1 -> price();
            case 2 -> quantity();
            case 3 -> random.nextBoolean();
            case 4 -> list(this::anything);
            case 5 -> Instant.EPOCH;
            default -> Fields.of("a", random.nextBoolean() ? text() : quantity());
        };
    }

    private String text() {
        return List.of("", "a", "b-1", "game", "ä😀", "Europe/Zurich", "2").get(random.nextInt(7));
    }

    private double price() {
        return List.of(0.0, -0.0, 1.0, 1.5, 20.0, 1.0e300).get(random.nextInt(6));
    }

    private long quantity() {
        return List.of(0L, 1L, 2L, -1L, Long.MAX_VALUE, Long.MIN_VALUE).get(random.nextInt(6));
    }

    private <T> List<T> list(Supplier<T> element) {
        List<T> all = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            all.add(element.get());
        }
        return List.copyOf(all);
    }

    private void maybe(Map<String, Object> fields, String name, Supplier<?> value) {
        if (random.nextInt(4) > 0) {
            fields.put(name, value.get());
        }
    }
}
