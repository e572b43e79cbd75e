package dev.anlass.jobs.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.explain.KnownCustomer;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Engine;
import dev.anlass.engine.step.Input;
import dev.anlass.engine.step.StepResult;
import dev.anlass.jobs.config.BusyLimit;
import dev.anlass.jobs.config.BusyRoom;
import dev.anlass.jobs.metrics.RecordMetrics;
import dev.anlass.jobs.metrics.TriggerMetrics;
import dev.anlass.jobs.operator.CustomerStore.Memory;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Runs the engine for one customer at a time: loads, steps, stores, carries out. */
public final class TriggerFunction extends KeyedBroadcastProcessFunction<CustomerKey, Arrival, News, Outgoing>
        implements CheckpointedFunction {

    /** The hash of every bundle that the customers in the state are prepared for; the bundles are in the library. */
    public static final MapStateDescriptor<String, String> BUNDLES =
            new MapStateDescriptor<>("bundles", Types.STRING, Types.STRING);

    static final ValueStateDescriptor<byte[]> CUSTOMER =
            new ValueStateDescriptor<>("customer", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BundleLibrary library;
    private final EngineSettings settings;
    private final BusyLimit busy;
    private final CustomerKeys keys;
    private transient PassedTime passed;
    private transient OwedWiping owed;
    private transient Wiping wiping;
    private transient boolean isRestored;
    private transient ActiveBundle bundle;
    private transient Set<Announcement> metByAll;
    private transient ActiveBrakes brakes;
    private transient Consequences consequences;
    private transient TimerService time;
    private transient FlinkCustomerStore customers;

    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    public TriggerFunction(BundleLibrary library, Settings settings, BusyLimit busy, CustomerKeys keys) {
        this.library = library;
        this.settings = EngineSettings.of(settings);
        this.busy = busy;
        this.keys = keys;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        SameSecret.orEnd(context, keys);
        passed = PassedTime.of(context);
        owed = OwedWiping.of(context);
        isRestored = context.isRestored();
    }

    @Override
    @SuppressWarnings(
            "NullAway.Init") // The operator goes on with initializeState before it and keepCustomers after it.
    public void open(OpenContext context) {
        bundle = ActiveBundle.open(library, settings.settings());
        metByAll = isRestored ? new HashSet<>() : new HashSet<>(bundle.announcements());
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        bundle.measure(metrics);
        consequences = new Consequences(keys, new TriggerMetrics(metrics), new RecordMetrics(metrics));
    }

    /**
     * Customers are kept under these keys and woken by these alarms.
     *
     * @param slots of this process, which share its heap
     */
    void keepCustomers(KeyContext turns, TimerService service, Alarms alarms, Wiping wipes, int slots) {
        time = service;
        wiping = wipes;
        owed.passTo(wiping);
        TaskInfo subtask = getRuntimeContext().getTaskInfo();
        brakes = new ActiveBrakes(
                bundle::stops,
                new CeilingShare(subtask.getIndexOfThisSubtask(), subtask.getNumberOfParallelSubtasks()),
                time::currentProcessingTime);
        BusyRoom room = busy.in(Runtime.getRuntime().maxMemory(), slots);
        customers = new FlinkCustomerStore(
                turns, getRuntimeContext().getState(CUSTOMER), alarms, bundle::program, room, System::nanoTime, wiping);
    }

    @Override
    public void close() {
        if (bundle != null) {
            bundle.close();
        }
    }

    @Override
    public void processElement(Arrival arrival, ReadOnlyContext context, Collector<Outgoing> out) {
        Memory before = customers.load(context.getCurrentKey(), arrival.customer());
        step(before, arrival.input(passed()), arrival.origin(), new FlinkExits(context, out));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Outgoing> out) {
        Memory before = customers.load(context.getCurrentKey());
        Memory rung = before.nextDue() == timestamp ? customers.rang(before) : before;
        step(rung, new Input.TimePassed(passed()), null, new FlinkExits(context, out));
    }

    @Override
    public void processBroadcastElement(News news, Context context, Collector<Outgoing> out) throws Exception {
        if (news instanceof Announcement announced) {
            meet(announced, context);
        } else if (bundle.refresh()) {
            customers.useOtherRules();
        }
    }

    private void meet(Announcement announced, Context context) throws Exception {
        if (!bundle.knows(announced) && bundle.refresh()) {
            customers.useOtherRules();
        }
        BroadcastState<String, String> met = context.getBroadcastState(BUNDLES);
        if (bundle.knows(announced) && !met.contains(announced.number())) {
            prepareFor(announced, context);
            met.put(announced.number(), announced.sha256());
            forget(met.iterator());
        }
    }

    /** Takes in what was published, announced or not: no bundle may be unknown when time reaches it. */
    void look() {
        if (bundle.refreshNowAndThen()) {
            customers.useOtherRules();
        }
    }

    /** Writes to the state what was put off. */
    void flush() {
        customers.flush();
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        passed.store(time.currentWatermark());
        owed.store(wiping);
    }

    /** Customers who were stored before the bundle was known do not know that it may wake them sooner. */
    private void prepareFor(Announcement announced, Context context) throws Exception {
        boolean isKnownToAll = metByAll.remove(announced);
        if (!isKnownToAll && Sooner.by(bundle.program(), announced.effectiveFrom())) {
            customers.useOtherRules();
            NextBundle next = new NextBundle(bundle.program(), announced.effectiveFrom());
            context.applyToKeyedState(CUSTOMER, (customer, state) -> customers.prepareFor(customer, next));
        }
    }

    /** Nobody meets again what gave way to later bundles. */
    private void forget(Iterator<Map.Entry<String, String>> met) {
        Set<String> kept = new HashSet<>();
        bundle.announcements().forEach(announced -> kept.add(announced.number()));
        while (met.hasNext()) {
            if (!kept.contains(met.next().getKey())) {
                met.remove();
            }
        }
    }

    /** Under which a customer is kept. */
    CustomerKey keyOf(String customer) {
        return keys.keyOf(customer);
    }

    /** What is remembered of the customer whose turn it is, as a JSON object; empty if that is nothing. */
    String remembered(String customer) {
        Memory memory = customers.peek(keyOf(customer), customer);
        return memory.state().isFresh()
                ? ""
                : json(KnownCustomer.asMap(bundle.program(), memory.state(), memory.nextDue()));
    }

    private static String json(Map<String, Object> known) {
        try {
            return JSON.writeValueAsString(known);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names, texts and numbers are always JSON", e);
        }
    }

    private void step(Memory before, Input input, @Nullable Origin origin, Consequences.Exits exits) {
        StepResult result = Engine.step(brakes.on(bundle.program(), passed()), before.state(), input);
        customers.store(before, before.then(result.state(), result.nextDue()));
        for (Effect effect : result.effects()) {
            if (effect instanceof Effect.Request request) {
                brakes.wentOut(request.action().channel());
            }
            consequences.carryOut(effect, before.customer(), origin, exits);
        }
    }

    private long passed() {
        return passed.by(time.currentWatermark());
    }
}
