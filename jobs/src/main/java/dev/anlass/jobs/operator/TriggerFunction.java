package dev.anlass.jobs.operator;

import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Engine;
import dev.anlass.engine.step.Input;
import dev.anlass.engine.step.StepResult;
import dev.anlass.jobs.metrics.RecordMetrics;
import dev.anlass.jobs.metrics.TriggerMetrics;
import dev.anlass.jobs.operator.CustomerStore.Memory;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Runs the engine for one customer at a time: loads, steps, stores, carries out. */
public final class TriggerFunction extends KeyedBroadcastProcessFunction<String, Arrival, Announcement, Outgoing> {

    /** The hash of every announced bundle by its number; the bundles themselves are in the library. */
    public static final MapStateDescriptor<String, String> BUNDLES =
            new MapStateDescriptor<>("bundles", Types.STRING, Types.STRING);

    private static final ValueStateDescriptor<byte[]> CUSTOMER =
            new ValueStateDescriptor<>("customer", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private final BundleLibrary library;
    private final EngineSettings settings;
    private transient ActiveBundle bundle;
    private transient ValueState<byte[]> state;
    private transient Consequences consequences;

    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    public TriggerFunction(BundleLibrary library, Settings settings) {
        this.library = library;
        this.settings = EngineSettings.of(settings);
    }

    @Override
    public void open(OpenContext context) {
        bundle = ActiveBundle.open(library, settings.settings());
        state = getRuntimeContext().getState(CUSTOMER);
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        consequences = new Consequences(new TriggerMetrics(metrics), new RecordMetrics(metrics));
    }

    @Override
    public void close() {
        if (bundle != null) {
            bundle.close();
        }
    }

    @Override
    public void processElement(Arrival arrival, ReadOnlyContext context, Collector<Outgoing> out) {
        Input input = arrival.input(context.timerService().currentWatermark());
        step(arrival.customer(), input, arrival.origin(), context, out);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Outgoing> out) {
        Input input = new Input.TimePassed(context.timerService().currentWatermark());
        step(context.getCurrentKey(), input, null, context, out);
    }

    @Override
    public void processBroadcastElement(Announcement announced, Context context, Collector<Outgoing> out)
            throws Exception {
        if (!bundle.knows(announced)) {
            bundle.refresh();
        }
        context.getBroadcastState(BUNDLES).put(announced.number(), announced.sha256());
    }

    private void step(
            String customer, Input input, @Nullable Origin origin, ReadOnlyContext context, Collector<Outgoing> out) {
        CustomerStore store = new FlinkCustomerStore(state, context.timerService(), bundle::program);
        Memory before = store.load(customer);
        StepResult result = Engine.step(bundle.program(), before.state(), input);
        store.store(before, new Memory(result.state(), result.nextDue()));
        FlinkExits exits = new FlinkExits(context, out);
        result.effects().forEach(effect -> consequences.carryOut(effect, customer, origin, exits));
    }
}
