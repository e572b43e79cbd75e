package dev.anlass.engine.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void exactDurationsAreMilliseconds() {
        assertThat(Durations.millis("0s")).hasValue(0);
        assertThat(Durations.millis("90m")).hasValue(5_400_000);
        assertThat(Durations.millis("7d")).hasValue(7 * 24 * 3_600_000L);
        assertThat(Durations.millis("1h30m")).hasValue(5_400_000);
        assertThat(Durations.millis("1d2h3m4s")).hasValue(93_784_000);
    }

    @Test
    void anythingElseIsNone() {
        for (String text :
                new String[] {"", "90", "1w", "1.5h", "1 h", "-1h", "30m1h", "1h1h", "h", "3651d", "9999999999d"}) {
            assertThat(Durations.millis(text)).as(text).isEqualTo(OptionalLong.empty());
        }
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll @LongRange(min = 0, max = 315_360_000) long seconds) {
        assertThat(Durations.millis(Durations.text(seconds * 1000))).hasValue(seconds * 1000);
    }
}
