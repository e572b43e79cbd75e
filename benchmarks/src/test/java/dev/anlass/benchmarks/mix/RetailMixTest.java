package dev.anlass.benchmarks.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anlass.benchmarks.mix.RecordFile.Cursor;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.Problem;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailMixTest {

    private static final int EVENTS = 10_000;
    private static final MixShape SMALL = MixShape.RETAIL
            .withTriggers(200, 200)
            .withShops(100)
            .withCustomers(4_000)
            .withEvents(EVENTS);
    private static final Set<String> UNREAD = Set.of("app.opened", "page.viewed", "search.performed");

    @TempDir
    Path directory;

    @Test
    void equalSeedsGiveEqualBytes() {
        String sha256 = written(SMALL).written().sha256();

        assertThat(sha256).isEqualTo("db32b1f7536a075232483c16845fd42ba05e8d7ce5a06ef91549691f0c7674e5");
        assertThat(written(SMALL).written().sha256()).isEqualTo(sha256);
        assertThat(written(SMALL.withSeed(1)).written().sha256()).isNotEqualTo(sha256);
    }

    @Test
    void disorderChangesWhenEventsArriveAndNotWhatHappens() {
        MixShape inOrder = SMALL.with(MixShape.Disorder.NONE);

        List<String> sorted = lines(written(inOrder).records().all());

        assertThat(happenings(sorted)).isSorted();
        assertThat(lines(written(SMALL).records().all()).size()).isEqualTo(sorted.size());
        assertThat(happenings(lines(written(SMALL).records().all()))).isNotEqualTo(happenings(sorted));
    }

    @Test
    void theRulesHaveNoProblems() {
        Loaded rules = Rulebook.load(MixRules.files(SMALL.rules()), "mix");
        Loaded counting = Rulebook.load(
                MixRules.files(MixShape.EVERY_EVENT_COUNTS.withTriggers(60, 50).rules()), "mix");

        assertThat(withoutScenarios(rules)).isEmpty();
        assertThat(rules.bundle()).isNotNull();
        assertThat(rules.triggers()).hasSize(200);
        assertThat(withoutScenarios(counting)).isEmpty();
    }

    @Test
    void halfOfTheEventsIsReadByNoRule() {
        assertThat(share(written(SMALL), UNREAD)).isEqualTo(0.5, within(0.04));
        assertThat(share(written(SMALL.withUnread(0)), UNREAD)).isZero();
    }

    @Test
    void theTypesComeAsOftenAsStated() {
        MeasuredStream mix = written(SMALL);

        assertThat(share(mix, Set.of("product.viewed"))).isEqualTo(0.22, within(0.03));
        assertThat(share(mix, Set.of("basket.added"))).isEqualTo(0.09, within(0.02));
        assertThat(share(mix, Set.of("location.reported"))).isEqualTo(0.13, within(0.04));
        assertThat(share(mix, Set.of("order.placed"))).isEqualTo(0.025, within(0.01));
    }

    @Test
    void ofTenThousandEventsSomeCompleteAMatch() {
        MeasuredStream mix = written(SMALL);
        Program program = mix.program(Settings.DEFAULT);
        Population population = new Population(program, 5_000);
        Cursor records = mix.records().all();
        long matches = 0;
        while (records.advance()) {
            Decoded decoded = program.decoder().decode(records.bytes(), null);
            assertThat(decoded).isNotInstanceOf(Decoded.Rejected.class);
            for (Emission emission : population.accept(decoded)) {
                matches += emission.effect() instanceof Effect.Record && records.isMeasured() ? 1 : 0;
            }
        }

        assertThat(matches / (double) EVENTS).isBetween(0.0003, 0.004);
    }

    @Test
    void thePartitionsTogetherAreTheStreamAndNoCustomerIsInTwoOfThem() {
        RecordFile records = written(SMALL).records();

        List<String> first = lines(records.partition(0));
        List<String> second = lines(records.partition(1));

        assertThat(first.size() + second.size()).isEqualTo(records.size());
        assertThat(customers(first)).isNotEmpty().doesNotContainAnyElementsOf(customers(second));
    }

    /** The generated triggers have no scenarios, and need none. */
    private static List<Problem> withoutScenarios(Loaded rules) {
        List<Problem> problems = new ArrayList<>(rules.problems().all());
        problems.removeAll(rules.problems().aboutScenarios().all());
        return problems;
    }

    private MeasuredStream written(MixShape shape) {
        return RetailMix.written(shape, directory);
    }

    private static double share(MeasuredStream mix, Set<String> types) {
        long of = types.stream()
                .mapToLong(type -> mix.written().byType().getOrDefault(type, 0L))
                .sum();
        return of / (double) EVENTS;
    }

    private static List<String> lines(Cursor cursor) {
        List<String> lines = new ArrayList<>();
        while (cursor.advance()) {
            lines.add(new String(cursor.bytes(), StandardCharsets.UTF_8));
        }
        return lines;
    }

    private static List<String> happenings(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll(".*\"time\":\"([^\"]+)Z\".*", "$1"))
                .map(time -> time.contains(".") ? time : time + ".000")
                .toList();
    }

    private static List<String> customers(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("\"subject\""))
                .map(line -> line.replaceAll(".*\"subject\":\"(u\\d+)\".*", "$1"))
                .distinct()
                .toList();
    }
}
