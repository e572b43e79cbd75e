package dev.anlass.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.config.BusyLimit;
import dev.anlass.jobs.config.BusyRoom;
import dev.anlass.jobs.operator.CustomerStore.Memory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusyCustomersTest {

    private final List<String> written = new ArrayList<>();
    private final Map<String, Integer> bytes = new HashMap<>();
    private long now;
    private final BusyCustomers three = atMost(3);

    @Test
    void whoIsNotBusyAgainGivesWayFirst() {
        three.putWritten(memory("anna"), 0);
        three.putWritten(memory("ben"), 0);
        three.putWritten(memory("cleo"), 0);
        three.get(key("anna"));

        three.putWritten(memory("dora"), 0);

        assertThat(ready()).containsExactly("anna", "cleo", "dora");
    }

    @Test
    void whoWasBusyStaysForOneMoreTurn() {
        three.putWritten(memory("anna"), 0);
        three.get(key("anna"));
        three.putWritten(memory("ben"), 0);
        three.putWritten(memory("cleo"), 0);
        three.putWritten(memory("dora"), 0);
        three.putWritten(memory("emil"), 0);
        assertThat(ready()).containsExactly("anna", "dora", "emil");

        three.putWritten(memory("finn"), 0);

        assertThat(ready()).containsExactly("dora", "emil", "finn");
    }

    @Test
    void whereEverybodyWasBusyTheFirstGivesWay() {
        three.putWritten(memory("anna"), 0);
        three.putWritten(memory("ben"), 0);
        three.putWritten(memory("cleo"), 0);
        for (String customer : ready()) {
            three.get(key(customer));
        }

        three.putWritten(memory("dora"), 0);

        assertThat(ready()).containsExactly("ben", "cleo", "dora");
    }

    @Test
    void whoComesBackAfterBeingForgottenHasOnePlace() {
        three.put(memory("anna"));
        three.forget(key("anna"));
        three.putWritten(memory("ben"), 0);
        three.put(memory("anna"));
        three.putWritten(memory("cleo"), 0);

        three.putWritten(memory("dora"), 0);
        assertThat(ready()).containsExactly("anna", "cleo", "dora");

        three.putWritten(memory("emil"), 0);
        assertThat(ready()).containsExactly("cleo", "dora", "emil");
        assertThat(written).containsExactly("anna", "anna");
    }

    @Test
    void whatIsNotWrittenYetIsWrittenOnceWhenItGivesWay() {
        three.putWritten(memory("anna"), 0);
        three.put(memory("anna"));
        three.put(memory("anna"));
        three.putWritten(memory("ben"), 0);
        three.putWritten(memory("cleo"), 0);
        assertThat(written).isEmpty();

        three.putWritten(memory("dora"), 0);
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

    @Test
    void whoIsLargeTakesTheRoomOfSeveral() {
        BusyCustomers busy = busy(new BusyRoom(100, 10, 2));
        busy.putWritten(memory("anna"), 20);
        busy.putWritten(memory("ben"), 10);
        assertThat(ready(busy)).containsExactly("anna", "ben");

        busy.putWritten(memory("cleo"), 15);
        assertThat(ready(busy)).containsExactly("ben", "cleo");

        busy.putWritten(memory("dora"), 1000);
        assertThat(ready(busy)).containsExactly("dora");
    }

    @Test
    void whoHasGrownTakesTheRoomOfOthersOnceThatIsWritten() {
        BusyCustomers busy = busy(new BusyRoom(100, 10, 2));
        busy.putWritten(memory("anna"), 10);
        busy.putWritten(memory("ben"), 10);
        busy.putWritten(memory("cleo"), 10);
        busy.get(key("cleo"));
        bytes.put("cleo", 16);
        busy.put(memory("cleo"));
        assertThat(ready(busy)).containsExactly("anna", "ben", "cleo");

        busy.flush();
        busy.put(memory("cleo"));

        assertThat(ready(busy)).containsExactly("ben", "cleo");
    }

    @Test
    void whoLeavesTakesNoRoom() {
        BusyCustomers busy = busy(new BusyRoom(100, 10, 2));
        bytes.put("anna", 35);
        busy.put(memory("anna"));
        busy.forget(key("anna"));
        busy.putWritten(memory("ben"), 35);
        busy.clear();

        busy.putWritten(memory("cleo"), 30);
        busy.putWritten(memory("dora"), 10);

        assertThat(ready(busy)).containsExactly("cleo", "dora");
        busy.putWritten(memory("emil"), 0);
        assertThat(ready(busy)).containsExactly("dora", "emil");
    }

    private BusyCustomers atMost(int customers) {
        return busy(new BusyLimit(customers).in(0, 1));
    }

    private BusyCustomers busy(BusyRoom room) {
        return new BusyCustomers(room, this::write, () -> now);
    }

    private int write(Memory memory) {
        written.add(memory.customer());
        return bytes.getOrDefault(memory.customer(), 0);
    }

    private List<String> ready() {
        return ready(three);
    }

    private static List<String> ready(BusyCustomers busy) {
        return List.of("anna", "ben", "cleo", "dora", "emil", "finn").stream()
                .filter(customer -> busy.peek(key(customer)) != null)
                .toList();
    }

    private static Memory memory(String customer) {
        return Memory.none(key(customer), customer);
    }

    private static CustomerKey key(String customer) {
        return TriggerHarness.KEYS.keyOf(customer);
    }
}
