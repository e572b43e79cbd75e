package dev.anlass.benchmarks.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the engine finds the moment events arrive is what a library finds that sorts them first. */
class PatternLibraryTest {

    private static final String RECORDED = "retail-beijing";
    private static final Duration LATENESS = Duration.ofSeconds(60);
    private static final long SEED = 20260302;
    private static final int CUSTOMERS = 100;

    @Test
    void aGeneratedStreamHasTheSameMatchesInBoth() {
        Compared compared = compare(ShopStream.generated(SEED, CUSTOMERS), "generated, seed " + SEED);

        assertThat(compared.engine().matches()).isEqualTo(compared.library());
        assertThat(byTrigger(compared.library())).hasSize(ShopPatterns.all().size());
        assertThat(compared.engine().vanished()).isPositive();
        assertThat(compared.engine().rejected()).isZero();
    }

    @Test
    void aRecordedStreamHasTheSameMatchesInBoth() {
        Optional<List<DatedRecord>> recorded = ShopStream.recorded(RECORDED);
        assumeTrue(recorded.isPresent(), RECORDED + " is not there");
        Compared compared = compare(recorded.get(), RECORDED + ", disorder seed " + SEED);

        assertThat(compared.engine().matches()).isEqualTo(compared.library());
        assertThat(compared.library()).isNotEmpty();
        assertThat(compared.engine().rejected()).isZero();
    }

    private record Compared(EngineRun engine, Set<FoundMatch> library) {}

    private static Compared compare(List<DatedRecord> stream, String title) {
        List<DatedRecord> arriving = ShopStream.disordered(stream, SEED, LATENESS.toMillis());
        EngineRun engine = EngineRun.over(arriving, LATENESS);
        List<FoundMatch> emitted = LibraryRun.matches(arriving, LATENESS);
        Set<FoundMatch> library = new HashSet<>(emitted);
        System.out.printf(
                "%s: %d events; the library emits %d times, %d moments %s; the engine finds %d, %d taken back on the way%n",
                title,
                stream.size(),
                emitted.size(),
                library.size(),
                byTrigger(library),
                engine.matches().size(),
                engine.vanished());
        return new Compared(engine, library);
    }

    private static Map<String, Long> byTrigger(Set<FoundMatch> matches) {
        return matches.stream()
                .map(FoundMatch::trigger)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
