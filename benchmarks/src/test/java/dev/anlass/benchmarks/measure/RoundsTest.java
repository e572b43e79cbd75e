package dev.anlass.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final int MOST_WARMING = 25;

    private final List<String> turns = new ArrayList<>();

    @Test
    void allTakeTurnsUntilAllAreWarmInOneRound() throws Exception {
        Contender coldAgain = contender("small", Set.of(3));
        Contender large = contender("large", Set.of(1, 2));

        Rounds rounds = Rounds.of(2, List.of(coldAgain, large));

        assertThat(turns).hasSize(12).startsWith("small", "large", "small", "large");
        assertThat(rounds.warming()).isEqualTo(4);
        assertThat(rounds.of("small")).hasSize(2);
        assertThat(rounds.of("large")).hasSize(2);
    }

    @Test
    void whoIsNeverWarmTakesPartAllTheSame() throws Exception {
        Rounds rounds = Rounds.of(
                1,
                List.of(contender(
                        "endless",
                        IntStream.rangeClosed(1, MOST_WARMING).boxed().collect(Collectors.toSet()))));

        assertThat(rounds.warming()).isEqualTo(MOST_WARMING);
        assertThat(turns).hasSize(MOST_WARMING + 1);
    }

    @Test
    void onlyThoseThatAreToWarmUpDo() throws Exception {
        Contender small = contender("small", Set.of(1));
        Contender huge = contender("huge", Set.of(1));

        Rounds.of(1, List.of(small, huge), List.of(small));

        assertThat(turns).containsExactly("small", "small", "small", "huge");
    }

    /** @param coldTurns in which half of what it uses is for the compiler; the first is 1 */
    private Contender contender(String name, Set<Integer> coldTurns) {
        return new Contender() {

            private int taken;

            @Override
            public String name() {
                return name;
            }

            @Override
            public Run run() {
                turns.add(name);
                return new Run(1, new Used(1, 1, 0, 0, coldTurns.contains(++taken) ? 0.5 : 0), Map.of());
            }
        };
    }
}
