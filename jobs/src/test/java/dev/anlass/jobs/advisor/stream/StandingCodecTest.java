package dev.anlass.jobs.advisor.stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.jobs.advisor.Change;
import dev.anlass.jobs.advisor.Proposal;
import dev.anlass.jobs.advisor.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was stored of a book is read back, also what an earlier release stored. */
class StandingCodecTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-03");
    private static final Proposal PROPOSAL = new Proposal(
            "a-1",
            "c1",
            "anna",
            "loan",
            12.5,
            1_772_524_800_000L,
            1_772_784_000_000L,
            "{\"type\":\"action.requested\"}");
    static final Standing FULL = new Standing(
            PROPOSAL,
            3,
            DAY,
            DAY.plusDays(1),
            DAY.plusDays(2),
            List.of(new Change("not_now", DAY.plusDays(5), 1), new Change("accepted", null, 2)));

    @Test
    void whatIsStoredIsReadBack() {
        Standing bare = new Standing(PROPOSAL, 0, null, null, null, List.of());

        assertThat(StandingCodec.decode(StandingCodec.encode(FULL))).isEqualTo(FULL);
        assertThat(StandingCodec.decode(StandingCodec.encode(bare))).isEqualTo(bare);
    }

    @Test
    void theFirstVersionIsStillRead() throws IOException {
        try (InputStream stored = getClass().getResourceAsStream("standing-1.bin")) {
            assertThat(StandingCodec.decode(requireNonNull(stored).readAllBytes()))
                    .isEqualTo(FULL);
        }
    }

    @Test
    void anUnknownVersionIsRefused() {
        assertThatThrownBy(() -> StandingCodec.decode(new byte[] {9})).hasMessageContaining("version 9");
    }
}
