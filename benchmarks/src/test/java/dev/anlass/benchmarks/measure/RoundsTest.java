package dev.anlass.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final int MOST_WARMING = 25;

    private final List<String> turns = new ArrayList<>();

    @Test
    void allTakeTurnsUntilAllAreWarmInOneRound() throws Exception {
        Rounds rounds = Rounds.of(2, List.of(contender("small", 0), contender("large", 2)));

        assertThat(turns).hasSize(10).startsWith("small", "large", "small", "large");
        assertThat(rounds.warming()).isEqualTo(3);
        assertThat(rounds.of("small")).hasSize(2);
        assertThat(rounds.of("large")).hasSize(2);
    }

    @Test
    void whoIsNeverWarmTakesPartAllTheSame() throws Exception {
        Rounds rounds = Rounds.of(1, List.of(contender("endless", Integer.MAX_VALUE)));

        assertThat(rounds.warming()).isEqualTo(MOST_WARMING);
        assertThat(turns).hasSize(MOST_WARMING + 1);
    }

    @Test
    void onlyThoseThatAreToWarmUpDo() throws Exception {
        Contender small = contender("small", 1);
        Contender huge = contender("huge", 1);

        Rounds.of(1, List.of(small, huge), List.of(small));

        assertThat(turns).containsExactly("small", "small", "small", "huge");
    }

    /** Half of what it uses is for the compiler in its first turns. */
    private Contender contender(String name, int coldTurns) {
        return new Contender() {

            private int taken;

            @Override
            public String name() {
                return name;
            }

            @Override
            public Run run() {
                turns.add(name);
                return new Run(1, new Used(1, 1, 0, 0, taken++ < coldTurns ? 0.5 : 0), Map.of());
            }
        };
    }
}
