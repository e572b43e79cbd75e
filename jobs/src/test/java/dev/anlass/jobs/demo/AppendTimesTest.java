package dev.anlass.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AppendTimesTest {

    private final AppendTimes times = new AppendTimes(1 << 6);

    @Test
    void remembersWhenAnEventWasAppendedForTheFirstTime() {
        times.put(AppendTimes.key("urn:shop", "e-1"), 1_000);
        times.put(AppendTimes.key("urn:shop", "e-1"), 2_000);

        assertThat(times.get(AppendTimes.key("urn:shop", "e-1"))).isEqualTo(1_000);
        assertThat(times.get(AppendTimes.key("urn:app", "e-1"))).isEqualTo(AppendTimes.UNKNOWN);
    }

    @Test
    void theOldestGiveWay() {
        for (int event = 0; event < 10_000; event++) {
            times.put(AppendTimes.key("urn:shop", "e-" + event), event);
        }

        assertThat(times.get(AppendTimes.key("urn:shop", "e-0"))).isEqualTo(AppendTimes.UNKNOWN);
        assertThat(times.get(AppendTimes.key("urn:shop", "e-9999"))).isEqualTo(9_999);
    }
}
