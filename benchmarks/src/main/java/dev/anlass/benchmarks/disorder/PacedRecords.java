package dev.anlass.benchmarks.disorder;

import dev.anlass.jobs.connector.RecordSource.InTopic;
import dev.anlass.jobs.operator.RawRecord;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * Records of a shop, number after number in the order of arrival: a part of them happened up to five seconds
 * before they arrive, the others just then. Equal seeds give equal records. When one is asked for it has arrived.
 */
final class PacedRecords implements GeneratorFunction<Long, RawRecord> {

    private static final long serialVersionUID = 1L;

    /** How much later than it happened a record arrives at most. */
    static final Duration DISORDER = Duration.ofSeconds(5);

    private static final long BEGIN = Instant.parse("2026-03-02T08:00:00Z").toEpochMilli();
    private static final int PRODUCTS = 6;
    private static final int MOST_PRICE = 20;

    private final String reader;
    private final long seed;
    private final Pace pace;

    /**
     * How much happens.
     *
     * @param perSecond a divisor of 1000
     * @param slowPart how many of all records arrive later than they happened
     */
    record Pace(int perSecond, int customers, double slowPart) implements Serializable {

        long millisBetween() {
            return 1_000L / perSecond;
        }
    }

    /** @param reader whose arrivals these are */
    PacedRecords(String reader, long seed, Pace pace) {
        this.reader = reader;
        this.seed = seed;
        this.pace = pace;
    }

    @Override
    public RawRecord map(Long number) {
        byte[] json = json(number);
        Observed.arrived(reader, number);
        return new RawRecord(new InTopic("shop", 0, number), null, Map.of(), json);
    }

    byte[] json(long number) {
        return text(number).getBytes(StandardCharsets.UTF_8);
    }

    /** How much later than it happened a record arrives. */
    long lateMillis(long number) {
        return delay(random(number));
    }

    /** The number of the record with an event of this id. */
    static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    private String text(long number) {
        SplittableRandom random = random(number);
        long time = BEGIN + number * pace.millisBetween() - delay(random);
        double chance = random.nextDouble();
        String type = chance < 0.6 ? "product.viewed" : chance < 0.85 ? "cart.product_added" : "order.completed";
        String data = type.equals("order.completed")
                ? "{\"product_ids\":[\"p%d\"]}".formatted(random.nextInt(PRODUCTS))
                : "{\"product_id\":\"p%d\",\"category\":\"c%d\",\"price\":%d.0}"
                        .formatted(random.nextInt(PRODUCTS), random.nextInt(2), 1 + random.nextInt(MOST_PRICE));
        return """
                {"specversion":"1.0","id":"e%d","source":"urn:shop","type":"%s","subject":"c%d","time":"%s","data":%s}""".formatted(number, type, random.nextInt(pace.customers()), Instant.ofEpochMilli(time), data);
    }

    private SplittableRandom random(long number) {
        return new SplittableRandom(new SplittableRandom(seed + number).nextLong());
    }

    private long delay(SplittableRandom random) {
        return random.nextDouble() < pace.slowPart() ? 1 + random.nextLong(DISORDER.toMillis()) : 0;
    }
}
