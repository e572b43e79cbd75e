package dev.anlass.jobs.operator;

import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Engine;
import dev.anlass.engine.step.Input;
import dev.anlass.engine.step.StepResult;
import dev.anlass.jobs.metrics.RecordMetrics;
import dev.anlass.jobs.metrics.TriggerMetrics;
import dev.anlass.jobs.operator.CustomerStore.Memory;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.KeyContext;
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
    private final int busyCustomers;
    private transient ActiveBundle bundle;
    private transient @Nullable KeyContext keys;
    private transient ValueState<byte[]> state;
    private transient Consequences consequences;
    private transient @Nullable FlinkCustomerStore customers;

    /** @param busyCustomers how many customers a subtask keeps ready for use */
    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    public TriggerFunction(BundleLibrary library, Settings settings, int busyCustomers) {
        this.library = library;
        this.settings = EngineSettings.of(settings);
        this.busyCustomers = busyCustomers;
    }

    /** Whose keys it writes under when it writes what was put off. */
    void useKeysOf(KeyContext operator) {
        keys = operator;
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

    /** Writes to the state what was put off. */
    void flush() {
        if (customers != null) {
            customers.flush();
        }
    }

    private void step(
            String customer, Input input, @Nullable Origin origin, ReadOnlyContext context, Collector<Outgoing> out) {
        CustomerStore store = customers(context.timerService());
        Memory before = store.load(customer);
        StepResult result = Engine.step(bundle.program(), before.state(), input);
        store.store(before, new Memory(result.state(), result.nextDue()));
        FlinkExits exits = new FlinkExits(context, out);
        result.effects().forEach(effect -> consequences.carryOut(effect, customer, origin, exits));
    }

    /** Flink hands out its timers only with the first input. */
    private FlinkCustomerStore customers(TimerService timers) {
        if (customers == null) {
            KeyContext known = Objects.requireNonNull(keys, "the operator gives its keys before it opens");
            customers = new FlinkCustomerStore(known, state, timers, bundle::program, busyCustomers);
        }
        return customers;
    }
}
