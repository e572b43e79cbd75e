package dev.anlass.engine.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StableHashTest {

    /** By {@code printf 'c-1\0pickup' | sha256sum}. */
    @Test
    void anIdIsTheSameInEveryRelease() {
        assertThat(StableHash.id("c-1", "pickup")).isEqualTo("cfc897ebed94221a6c127ea3aee63992");
        assertThat(StableHash.step("c-1", "pickup")).isEqualTo(938);
    }

    @Test
    void aHashIsWithinAShareThatLiesAboveItsStep() {
        assertThat(StableHash.isWithin(9, "c-1", "pickup")).isFalse();
        assertThat(StableHash.isWithin(10, "c-1", "pickup")).isTrue();
    }

    @Test
    void everybodyIsWithinAHundredPerCentAndNobodyWithinNone() {
        for (int customer = 0; customer < 20_000; customer++) {
            assertThat(StableHash.isWithin(100, "c-" + customer, "pickup")).isTrue();
            assertThat(StableHash.isWithin(0, "c-" + customer, "pickup")).isFalse();
        }
    }
}
