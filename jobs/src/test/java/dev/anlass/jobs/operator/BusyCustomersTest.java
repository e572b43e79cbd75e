package dev.anlass.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.operator.CustomerStore.Memory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusyCustomersTest {

    private final List<String> written = new ArrayList<>();
    private long now;
    private final BusyCustomers three = atMost(3);

    @Test
    void whoIsNotBusyAgainGivesWayFirst() {
        three.putWritten(memory("anna"));
        three.putWritten(memory("ben"));
        three.putWritten(memory("cleo"));
        three.get(key("anna"));

        three.putWritten(memory("dora"));

        assertThat(ready()).containsExactly("anna", "cleo", "dora");
    }

    @Test
    void whoWasBusyStaysForOneMoreTurn() {
        three.putWritten(memory("anna"));
        three.get(key("anna"));
        three.putWritten(memory("ben"));
        three.putWritten(memory("cleo"));
        three.putWritten(memory("dora"));
        three.putWritten(memory("emil"));
        assertThat(ready()).containsExactly("anna", "dora", "emil");

        three.putWritten(memory("finn"));

        assertThat(ready()).containsExactly("dora", "emil", "finn");
    }

    @Test
    void whereEverybodyWasBusyTheFirstGivesWay() {
        three.putWritten(memory("anna"));
        three.putWritten(memory("ben"));
        three.putWritten(memory("cleo"));
        for (String customer : ready()) {
            three.get(key(customer));
        }

        three.putWritten(memory("dora"));

        assertThat(ready()).containsExactly("ben", "cleo", "dora");
    }

    @Test
    void whoComesBackAfterBeingForgottenHasOnePlace() {
        three.put(memory("anna"));
        three.forget(key("anna"));
        three.putWritten(memory("ben"));
        three.put(memory("anna"));
        three.putWritten(memory("cleo"));

        three.putWritten(memory("dora"));
        assertThat(ready()).containsExactly("anna", "cleo", "dora");

        three.putWritten(memory("emil"));
        assertThat(ready()).containsExactly("cleo", "dora", "emil");
        assertThat(written).containsExactly("anna", "anna");
    }

    @Test
    void whatIsNotWrittenYetIsWrittenOnceWhenItGivesWay() {
        three.putWritten(memory("anna"));
        three.put(memory("anna"));
        three.put(memory("anna"));
        three.putWritten(memory("ben"));
        three.putWritten(memory("cleo"));
        assertThat(written).isEmpty();

        three.putWritten(memory("dora"));
        three.flush();

        assertThat(written).containsExactly("anna");
    }

    @Test
    void whoeverIsForgottenIsWrittenAndKnownNoMore() {
        three.put(memory("anna"));

        three.forget(key("anna"));
        three.flush();

        assertThat(written).containsExactly("anna");
        assertThat(ready()).isEmpty();
    }

    @Test
    void onlySoManyWaitToBeWritten() {
        BusyCustomers many = atMost(Integer.MAX_VALUE);
        for (int i = 0; i < BusyCustomers.MAX_UNWRITTEN; i++) {
            many.put(memory("c" + i));
        }
        assertThat(written).isEmpty();

        many.put(memory("one more"));
        assertThat(written).containsExactly("c0");

        many.flush();
        assertThat(written).hasSize(BusyCustomers.MAX_UNWRITTEN + 1).doesNotHaveDuplicates();
    }

    @Test
    void whoHasWaitedForLongIsWrittenWhenOthersChange() {
        BusyCustomers many = atMost(Integer.MAX_VALUE);
        many.put(memory("anna"));
        many.put(memory("ben"));
        many.put(memory("cleo"));
        now += BusyCustomers.LONG_WAIT.toNanos();
        many.put(memory("dora"));
        assertThat(written).isEmpty();

        now++;
        many.put(memory("emil"));
        assertThat(written).containsExactly("anna", "ben");

        many.put(memory("finn"));
        assertThat(written).containsExactly("anna", "ben", "cleo");
    }

    @Test
    void whatIsWrittenChangesAgain() {
        three.put(memory("anna"));
        three.flush();
        three.put(memory("anna"));
        three.clear();

        assertThat(written).containsExactly("anna", "anna");
        assertThat(ready()).isEmpty();
    }

    private BusyCustomers atMost(int customers) {
        return new BusyCustomers(customers, memory -> written.add(memory.customer()), () -> now);
    }

    private List<String> ready() {
        return List.of("anna", "ben", "cleo", "dora", "emil", "finn").stream()
                .filter(customer -> three.peek(key(customer)) != null)
                .toList();
    }

    private static Memory memory(String customer) {
        return Memory.none(key(customer), customer);
    }

    private static CustomerKey key(String customer) {
        return TriggerHarness.KEYS.keyOf(customer);
    }
}
