package dev.anlass.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.operator.AlarmsInMemory.Due;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Alarms in memory ring as those in a sorted set would. */
class AlarmsInMemoryTest {

    private static final int CHANGES = 20_000;

    /** The obvious way. */
    private static final class Sorted {
        private final TreeSet<Due> inOrder =
                new TreeSet<>(Comparator.comparingLong(Due::at).thenComparing(Due::customer));
        private final Map<CustomerKey, Long> times = new HashMap<>();

        void move(CustomerKey customer, long at) {
            Long before = times.remove(customer);
            if (before != null) {
                inOrder.remove(new Due(customer, before));
            }
            if (at != Long.MAX_VALUE) {
                times.put(customer, at);
                inOrder.add(new Due(customer, at));
            }
        }

        Due takeDue(long passed) {
            if (inOrder.isEmpty() || inOrder.first().at() > passed) {
                return null;
            }
            Due due = inOrder.first();
            move(due.customer(), Long.MAX_VALUE);
            return due;
        }
    }

    @Property(tries = 20)
    void theyRingLikeThoseInASortedSet(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5_000) int customers) {
        Random chance = new Random(seed);
        AlarmsInMemory alarms = new AlarmsInMemory();
        Sorted sorted = new Sorted();
        long passed = 0;
        for (int i = 0; i < CHANGES; i++) {
            CustomerKey customer = key(chance.nextInt(customers), chance.nextInt(2));
            long at = chance.nextInt(4) == 0 ? Long.MAX_VALUE : passed + chance.nextInt(1_000);
            alarms.move(customer, Long.MAX_VALUE, at);
            sorted.move(customer, at);
            passed += chance.nextInt(20) == 0 ? 1 : 0;
            assertThat(alarms.takeDue(passed)).isEqualTo(sorted.takeDue(passed));
            if (i % 1_000 == 0) {
                assertThat(alarms.all()).containsExactlyInAnyOrderElementsOf(sorted.inOrder);
            }
        }
        while (!sorted.inOrder.isEmpty()) {
            assertThat(alarms.takeDue(Long.MAX_VALUE)).isEqualTo(sorted.takeDue(Long.MAX_VALUE));
        }
        assertThat(alarms.all()).isEmpty();
    }

    /** Many of them belong at the same few slots, at the end of the table too. */
    private static CustomerKey key(int customer, int half) {
        return new CustomerKey(customer * -0x61c8864680b583ebL, half == 0 ? -1 - customer % 5 : customer);
    }

    @Test
    void beforeAnyTimeHasPassedNothingIsDue() {
        AlarmsInMemory alarms = new AlarmsInMemory();
        alarms.move(key(1, 1), Long.MAX_VALUE, 0);

        assertThat(alarms.takeDue(Long.MIN_VALUE)).isNull();
    }
}
