package dev.anlass.jobs.state;

import dev.anlass.engine.customer.Attributes;
import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.customer.DistinctSketch;
import dev.anlass.engine.customer.Metrics;
import dev.anlass.engine.customer.Segments;
import dev.anlass.engine.decide.ConsentReference;
import dev.anlass.engine.decide.Contact;
import dev.anlass.engine.decide.ContactHistory;
import dev.anlass.engine.decide.Score;
import dev.anlass.engine.decide.Verdict;
import dev.anlass.engine.event.ByName;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.Bound;
import dev.anlass.engine.match.Chain;
import dev.anlass.engine.match.Circumstances;
import dev.anlass.engine.match.Facts;
import dev.anlass.engine.match.Match;
import dev.anlass.engine.match.OpenChains;
import dev.anlass.engine.match.Remembered;
import dev.anlass.engine.match.TriggerChains;
import dev.anlass.engine.match.Watch;
import dev.anlass.engine.place.Presence;
import dev.anlass.engine.place.Stay;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Tombstone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** A customer with something of everything that can be stored; equal for equal seeds. */
final class RandomCustomer {

    private static final List<String> NAMES =
            List.of("a", "cart", "visit", "Größe", "urn:shop:web", "", "ü".repeat(200));

    private final Random random;

    RandomCustomer(long seed) {
        this.random = new Random(seed);
    }

    StoredCustomer stored() {
        CustomerState.Stored state = new CustomerState.Stored(
                name(),
                facts(),
                key(),
                some(this::remembered),
                time(),
                time(),
                some(this::verdict),
                new ContactHistory(
                        some(() -> new Contact(time(), name(), name(), name(), name(), random.nextBoolean()))),
                time(),
                random.nextInt(7_000),
                random.nextBoolean() ? new Tombstone(time(), random.nextInt(4)) : null);
        return new StoredCustomer(state, time());
    }

    private Facts facts() {
        return new Facts(
                attributes(),
                consents(),
                new Presence(random.nextBoolean() ? List.of(stay()) : List.of()),
                new Metrics(ByName.of(named(() -> some(() -> new Metrics.Bucket(random.nextLong(), metric()))))),
                new Segments(ByName.of(named(this::name))),
                new OpenChains(ByName.of(named(this::chains))),
                some(() -> new Watch(name(), name(), name(), names(), some(this::bound), random.nextInt(20), time())),
                time(),
                time(),
                time());
    }

    private Attributes attributes() {
        return new Attributes(fields(2), ByName.of(named(this::key)));
    }

    private Consents consents() {
        Map<String, ConsentRecord> newest = new HashMap<>();
        some(this::name).forEach(purpose -> newest.put(purpose, record(purpose)));
        return new Consents(ByName.of(newest), new Consents.Block(random.nextBoolean(), names()));
    }

    private ConsentRecord record(String purpose) {
        ConsentRecord.Status[] statuses = ConsentRecord.Status.values();
        return new ConsentRecord(
                name(),
                purpose,
                statuses[random.nextInt(statuses.length)],
                names(),
                names(),
                key(),
                time(),
                random.nextBoolean() ? name() : null,
                time());
    }

    private Stay stay() {
        return new Stay(name(), time(), name(), name(), time(), random.nextBoolean(), names());
    }

    private TriggerChains chains() {
        return new TriggerChains(
                some(() -> new Chain(value(0), some(this::bound), some(this::time), time())),
                some(() -> new TriggerChains.FirstCount(value(0), some(this::time))));
    }

    private Bound bound() {
        return new Bound(key(), fields(2));
    }

    private Remembered remembered() {
        Event event = new Event(name(), key(), name(), fields(2));
        return new Remembered(event, random.nextBoolean() ? event.key() : key(), consents(), time());
    }

    private Verdict verdict() {
        Verdict.Standing[] standings = Verdict.Standing.values();
        return new Verdict(
                match(),
                standings[random.nextInt(standings.length)],
                random.nextInt(9),
                time(),
                time(),
                random.nextBoolean(),
                time(),
                name(),
                name(),
                name(),
                new Score(random.nextDouble(), random.nextGaussian(), -0.0),
                random.nextBoolean()
                        ? new ConsentReference(name(), time(), random.nextBoolean() ? name() : null)
                        : null);
    }

    private Match match() {
        Circumstances circumstances = new Circumstances(attributes(), consents(), fields(1), fields(0));
        return new Match(
                name(), name(), key(), time(), some(this::name), some(this::bound), random.nextInt(300), circumstances);
    }

    private OrderKey key() {
        return new OrderKey(time(), random.nextInt(5) - 1, name(), name(), name());
    }

    private Object metric() {
        return random.nextInt(3) == 0 ? new DistinctSketch(List.of(1L, Long.MAX_VALUE)) : value(0);
    }

    private Fields fields(int depth) {
        return Fields.of(named(() -> value(depth)));
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> name();
            case 1 -> random.nextLong();
            case 2 -> random.nextBoolean() ? Double.NaN : random.nextGaussian();
            case 3 -> random.nextBoolean();
            case 4 -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            case 5 -> some(() -> value(depth - 1));
            case 6 -> fields(depth - 1);
            default -> Fields.REMOVED;
        };
    }

    private long time() {
        return switch (random.nextInt(6)) {
            case 0 -> Long.MIN_VALUE;
            case 1 -> Long.MAX_VALUE;
            case 2 -> random.nextLong() / 4;
            default -> 1_770_000_000_000L + random.nextInt();
        };
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private Set<String> names() {
        return Set.copyOf(some(this::name));
    }

    private <T> Map<String, T> named(Supplier<T> one) {
        Map<String, T> map = new HashMap<>();
        some(this::name).forEach(name -> map.put(name, one.get()));
        return map;
    }

    private <T> List<T> some(Supplier<T> one) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            list.add(one.get());
        }
        return list;
    }
}
