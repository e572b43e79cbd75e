package dev.anlass.jobs.metrics;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;

/** Counts by itself and shows with it what others count for several at once. */
final class SummedCounter extends SimpleCounter {

    private final List<Counter> others = new ArrayList<>();

    void show(Counter other) {
        others.add(other);
    }

    @Override
    public long getCount() {
        long sum = super.getCount();
        for (int i = 0; i < others.size(); i++) {
            sum += others.get(i).getCount();
        }
        return sum;
    }
}
