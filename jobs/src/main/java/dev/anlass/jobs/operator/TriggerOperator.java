package dev.anlass.jobs.operator;

import java.util.List;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Flink's operator for the trigger function, different from it in three things: time is that of the arrivals alone, the
 * end of an input is not the end of time, and before a snapshot everything is written to the state.
 */
public final class TriggerOperator extends CoBroadcastWithKeyedOperator<String, Arrival, News, Outgoing> {

    public TriggerOperator(TriggerFunction function) {
        super(function, List.of(TriggerFunction.BUNDLES));
    }

    @Override
    public void open() throws Exception {
        super.open();
        function().keepCustomers(this, new SimpleTimerService(timers()));
    }

    @Override
    public void processWatermark1(Watermark arrivals) throws Exception {
        if (arrivals.getTimestamp() != Long.MAX_VALUE) {
            function().look();
            processWatermark(arrivals);
        }
    }

    @Override
    public void processWatermark2(Watermark news) {
        // News say nothing about time and hold nobody back.
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        function().flush();
        super.snapshotState(context);
    }

    /** The same that Flink gives to the function with each record. */
    InternalTimerService<VoidNamespace> timers() {
        return getInternalTimerService("user-timers", VoidNamespaceSerializer.INSTANCE, this);
    }

    private TriggerFunction function() {
        return (TriggerFunction) getUserFunction();
    }
}
