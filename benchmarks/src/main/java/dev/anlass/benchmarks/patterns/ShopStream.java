package dev.anlass.benchmarks.patterns;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Where the compared streams come from, and the disorder in which they arrive. */
public final class ShopStream {

    private static final Pattern SHOP_EVENT =
            Pattern.compile("\"type\":\"(?:product\\.viewed|cart\\.product_added|order\\.completed)\"");
    private static final Pattern TIME = Pattern.compile("\"time\":\"([^\"]+)\"");
    private static final double SLOW = 0.3;

    private ShopStream() {}

    /** What customers of a shop did, in the order of time; equal seeds give equal records. */
    public static List<DatedRecord> generated(long seed, int customers) {
        List<DatedRecord> records = new ArrayList<>();
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int number = 0; number < customers; number++) {
            records.addAll(new Shopper("c" + number, seeds.split()).events());
        }
        records.sort(Comparator.comparingLong(DatedRecord::time));
        return records;
    }

    /**
     * The shop events of a recorded stream, if it is at hand: in {@code ../shared/data} beside the checkout, or in the
     * folder that the system property {@code anlass.recorded} names.
     */
    static Optional<List<DatedRecord>> recorded(String name) {
        Path file = Path.of(System.getProperty("anlass.recorded", "../../shared/data"), name + ".ndjson.gz");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return Optional.of(lines.lines()
                    .filter(line -> SHOP_EVENT.matcher(line).find())
                    .map(ShopStream::dated)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same records in an order of arrival: three of ten are slow, none slower than the bound.
     *
     * @param mostMillis how much later than it happened an event arrives at most
     */
    static List<DatedRecord> disordered(List<DatedRecord> records, long seed, long mostMillis) {
        record Arriving(long arrival, DatedRecord record) {}
        SplittableRandom random = new SplittableRandom(seed);
        List<Arriving> arriving = new ArrayList<>();
        for (DatedRecord record : records) {
            long delay = random.nextDouble() < SLOW ? random.nextLong(mostMillis + 1) : 0;
            arriving.add(new Arriving(record.time() + delay, record));
        }
        arriving.sort(Comparator.comparingLong(Arriving::arrival));
        return arriving.stream().map(Arriving::record).toList();
    }

    private static DatedRecord dated(String line) {
        Matcher time = TIME.matcher(line);
        if (!time.find()) {
            throw new IllegalArgumentException("a recorded event without a time");
        }
        return new DatedRecord(Instant.parse(time.group(1)).toEpochMilli(), line.getBytes(StandardCharsets.UTF_8));
    }
}
