package dev.anlass.jobs.advisor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random books, in which things come in any order that can happen, give the lists that are worked out plainly. */
class BookSimulationTest {

    private static final int WORLDS = 400;
    private static final int DAYS = 21;
    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final long LATENESS = HOUR;
    private static final long START = Instant.parse("2026-02-27T00:00:00Z").toEpochMilli();

    /** Something that comes, and when it happened. */
    private record Coming(Proposal proposal, @Nullable Change change, long time) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000_001})
    void theListsAreThoseThatAreWorkedOutPlainly(long firstSeed) {
        Advisor anna = requireNonNull(OfficesReaderTest.offices().advisor("anna"));
        for (long seed = firstSeed; seed < firstSeed + WORLDS; seed++) {
            Random random = new Random(seed);
            List<Proposal> proposals = proposals(random);
            Map<String, List<Change>> changes = changes(proposals, random);
            List<LocalDate> days = days();
            assertThat(lines(anna, days, coming(proposals, changes, random), random))
                    .as("seed %d", seed)
                    .isEqualTo(sorted(new PlainLists(anna, LATENESS, proposals, withoutExpiry(changes))
                            .lines(days.stream().filter(anna::worksOn).toList())));
        }
    }

    private static List<Proposal> proposals(Random random) {
        List<Proposal> proposals = new ArrayList<>();
        int count = random.nextInt(60);
        for (int i = 0; i < count; i++) {
            long decidedAt = START + random.nextLong(DAYS * DAY / HOUR) * HOUR + random.nextInt(3) - 1;
            proposals.add(new Proposal(
                    "a" + i,
                    "customer-" + random.nextInt(20),
                    "anna",
                    "product-" + random.nextInt(5),
                    random.nextInt(4),
                    decidedAt,
                    decidedAt + HOUR + random.nextLong(8 * DAY),
                    "{}"));
        }
        return proposals;
    }

    private static Map<String, List<Change>> changes(List<Proposal> proposals, Random random) {
        Map<String, List<Change>> changes = new HashMap<>();
        for (Proposal proposal : proposals) {
            List<Change> own = new ArrayList<>();
            while (random.nextInt(3) == 0) {
                long time = proposal.decidedAt() + 1 + random.nextLong(6 * DAY);
                LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(time, DAY) + random.nextInt(6));
                boolean putsOff = random.nextBoolean();
                own.add(new Change(putsOff ? "not_now" : "rejected", putsOff ? day : null, time));
            }
            own.add(new Change("expired", null, proposal.expiresAt() + 1));
            own.sort(Comparator.comparingLong(Change::time));
            changes.put(proposal.actionId(), own);
        }
        return changes;
    }

    private static Map<String, List<Change>> withoutExpiry(Map<String, List<Change>> changes) {
        Map<String, List<Change>> said = new HashMap<>();
        changes.forEach((id, all) -> said.put(
                id,
                all.stream()
                        .filter(change -> !change.reason().equals(Change.EXPIRED))
                        .toList()));
        return said;
    }

    private static List<LocalDate> days() {
        return LocalDate.parse("2026-02-27")
                .datesUntil(LocalDate.parse("2026-04-10"))
                .toList();
    }

    /** In the order in which they happened, or proposals in any order; changes of a proposal behind it and in their order. */
    private static List<Coming> coming(List<Proposal> proposals, Map<String, List<Change>> changes, Random random) {
        List<Coming> coming = new ArrayList<>();
        for (Proposal proposal : proposals) {
            coming.add(new Coming(proposal, null, proposal.decidedAt()));
            changes.getOrDefault(proposal.actionId(), List.of())
                    .forEach(change -> coming.add(new Coming(proposal, change, change.time())));
        }
        if (random.nextBoolean()) {
            Collections.shuffle(coming, random);
            coming.sort(Comparator.comparingLong(one -> one.change() == null ? Long.MIN_VALUE : one.time()));
        } else {
            coming.sort(Comparator.comparingLong(Coming::time));
        }
        return coming;
    }

    private static List<String> lines(Advisor advisor, List<LocalDate> days, List<Coming> coming, Random random) {
        Book book = new Book(advisor, new HeapPages(), BookTest::row, LATENESS);
        List<String> lines = new ArrayList<>();
        List<Coming> waiting = new ArrayList<>(coming);
        for (LocalDate day : days) {
            for (Coming one : List.copyOf(waiting)) {
                boolean mustHaveCome = one.time() <= book.frozenAt(day);
                if (mustHaveCome || (isAllowed(one, waiting) && random.nextInt(8) == 0)) {
                    come(one, book, day, lines);
                    waiting.remove(one);
                }
            }
            tell(book.wake(day), lines);
        }
        return sorted(lines);
    }

    /** Behind what happened to the same proposal before. */
    private static boolean isAllowed(Coming one, List<Coming> waiting) {
        return waiting.stream()
                .noneMatch(
                        other -> other.time() < one.time() && other.proposal().equals(one.proposal()));
    }

    private static void come(Coming one, Book book, LocalDate day, List<String> lines) {
        if (one.change() == null) {
            book.propose(one.proposal());
        } else {
            tell(book.change(one.proposal().actionId(), one.change(), day), lines);
        }
    }

    private static void tell(List<ListEffect> effects, List<String> lines) {
        for (ListEffect effect : effects) {
            if (effect instanceof ListEffect.Publish || effect instanceof ListEffect.Close) {
                lines.add(ListWords.of(effect).replaceAll("; left out .*", ""));
            }
        }
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }
}
