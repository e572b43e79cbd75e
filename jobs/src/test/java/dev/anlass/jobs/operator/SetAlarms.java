package dev.anlass.jobs.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** For when the alarms of each customer are set in an operator, wherever they are. */
final class SetAlarms {

    private SetAlarms() {}

    static Map<CustomerKey, List<Long>> of(TriggerOperator operator) throws Exception {
        Map<CustomerKey, List<Long>> alarms = new TreeMap<>();
        AlarmsInMemory inMemory = operator.alarmsInMemory();
        if (inMemory == null) {
            operator.timers()
                    .forEachEventTimeTimer(
                            (namespace, time) -> add((CustomerKey) operator.getCurrentKey(), time, alarms));
        } else {
            inMemory.all().forEach(due -> add(due.customer(), due.at(), alarms));
        }
        return alarms;
    }

    private static void add(CustomerKey customer, long time, Map<CustomerKey, List<Long>> alarms) {
        alarms.computeIfAbsent(customer, unknown -> new ArrayList<>()).add(time);
    }
}
