package dev.anlass.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rule.Settings;
import dev.anlass.jobs.config.BusyLimit;
import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.config.Timers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The trigger operator alone, with the state in RocksDB, driven by hand. */
final class TriggerHarness implements AutoCloseable {

    /** So few that customers have to give way to each other. */
    private static final BusyLimit BUSY = new BusyLimit(2);

    static final CustomerKeys KEYS = new CustomerKeys(new Secret("hush"));

    private static final TriggerOperator.Background AT_ONCE = Executors::newDirectExecutorService;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BundleLibrary library;
    private final Settings settings;
    private @Nullable ActiveBundle decoding;
    private final TriggerOperator operator;
    private final KeyedBroadcastOperatorTestHarness<CustomerKey, Arrival, News, Outgoing> flink;

    private TriggerHarness(
            BundleLibrary library,
            Settings settings,
            StateBackend backend,
            CustomerKeys keys,
            @Nullable OperatorSubtaskState state,
            TriggerOperator.Background background)
            throws Exception {
        this.library = library;
        this.settings = settings;
        TriggerFunction function = new TriggerFunction(library, settings, BUSY, keys);
        this.operator = new TriggerOperator(function, Timers.HEAP, background);
        this.flink = new KeyedBroadcastOperatorTestHarness<>(operator, keys, HandType.CUSTOMER_KEY, 720, 1, 0);
        flink.getExecutionConfig().enableObjectReuse();
        flink.setStateBackend(backend);
        flink.setup(
                HandType.OUTGOING.createSerializer(flink.getExecutionConfig().getSerializerConfig()));
        if (state != null) {
            flink.initializeState(state);
        }
        flink.open();
    }

    static TriggerHarness open(TestLibrary library) throws Exception {
        return on(new EmbeddedRocksDBStateBackend(), library, null);
    }

    static TriggerHarness restored(TestLibrary library, OperatorSubtaskState state) throws Exception {
        return on(new EmbeddedRocksDBStateBackend(), library, state);
    }

    static TriggerHarness restored(TestLibrary library, OperatorSubtaskState state, CustomerKeys keys)
            throws Exception {
        return new TriggerHarness(library, Settings.DEFAULT, new EmbeddedRocksDBStateBackend(), keys, state, AT_ONCE);
    }

    static TriggerHarness on(StateBackend backend, TestLibrary library, @Nullable OperatorSubtaskState state)
            throws Exception {
        return new TriggerHarness(library, Settings.DEFAULT, backend, KEYS, state, AT_ONCE);
    }

    /** With this in place of the thread for compactions. */
    static TriggerHarness with(
            TriggerOperator.Background background,
            StateBackend backend,
            TestLibrary library,
            @Nullable OperatorSubtaskState state)
            throws Exception {
        return new TriggerHarness(library, Settings.DEFAULT, backend, KEYS, state, background);
    }

    /** With the state on the heap, under settings of one's own; goes on from a snapshot if there is one. */
    static TriggerHarness onHeap(BundleLibrary library, Settings settings, @Nullable OperatorSubtaskState state)
            throws Exception {
        return new TriggerHarness(library, settings, new HashMapStateBackend(), KEYS, state, AT_ONCE);
    }

    void arrive(Arrival arrival) throws Exception {
        flink.processElement(new StreamRecord<>(arrival));
    }

    /** Time has passed up to this instant, in milliseconds since 1970. */
    void passTo(long instant) throws Exception {
        flink.processWatermark(new org.apache.flink.streaming.api.watermark.Watermark(instant));
    }

    /** Everything that went out by all ways, from the beginning. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        flink.extractOutputValues().forEach(outgoing -> lines.add(text(outgoing)));
        for (OutputTag<Outgoing> tag : List.of(Outlets.DECISIONS, Outlets.REJECTED)) {
            var output = flink.getSideOutput(tag);
            if (output != null) {
                output.forEach(record -> lines.add(text(record.getValue())));
            }
        }
        return lines;
    }

    private static String text(Outgoing outgoing) {
        return new String(outgoing.value(), StandardCharsets.UTF_8);
    }

    /** Events arrive, as the decoder reads them. */
    void arrive(String... events) throws Exception {
        if (decoding == null) {
            decoding = ActiveBundle.open(library, settings);
        }
        decoding.refresh();
        for (String json : events) {
            RawRecord raw = TestEvents.raw(json);
            Decoded decoded = raw.decodedBy(decoding.program().decoder());
            Decoded.Accepted accepted = (Decoded.Accepted) decoded;
            flink.processElement(new StreamRecord<>(new Arrival.OfEvent(accepted.event(), raw.origin())));
        }
    }

    /** Time has passed up to this many seconds after the start. */
    void pass(long seconds) throws Exception {
        flink.processWatermark(new org.apache.flink.streaming.api.watermark.Watermark(TestEvents.at(seconds)));
    }

    /** The input has ended. */
    void end() throws Exception {
        flink.processWatermark(org.apache.flink.streaming.api.watermark.Watermark.MAX_WATERMARK);
    }

    /** What is new in the library is announced. */
    void announce(News news) throws Exception {
        flink.processBroadcastElement(new StreamRecord<>(news));
    }

    /** It is this time by the wall clock, in milliseconds since 1970. */
    void clockShows(long millis) throws Exception {
        flink.setProcessingTime(millis);
    }

    OperatorSubtaskState snapshot() throws Exception {
        return flink.snapshot(1, 1);
    }

    int alarms() throws Exception {
        assertThat(flink.numEventTimeTimers()).as("timers of Flink").isZero();
        return SetAlarms.of(operator).size();
    }

    /** The actions that went out since the last call: type and name of the action, or reason. */
    List<String> actions() throws IOException {
        List<String> actions = new ArrayList<>();
        for (Outgoing outgoing : flink.extractOutputValues()
                .subList(actionsSeen, flink.extractOutputValues().size())) {
            JsonNode event = JSON.readTree(outgoing.value());
            JsonNode data = event.get("data");
            actions.add(event.get("type").asText() + " "
                    + (data.has("action")
                            ? data.get("action").asText()
                            : data.get("reason").asText()) + " "
                    + outgoing.customer());
        }
        actionsSeen = flink.extractOutputValues().size();
        return actions;
    }

    private int actionsSeen;

    /** What went out beside the actions, from the beginning. */
    List<JsonNode> beside(OutputTag<Outgoing> tag) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        var output = flink.getSideOutput(tag);
        for (StreamRecord<Outgoing> record : output == null ? List.<StreamRecord<Outgoing>>of() : output) {
            all.add(JSON.readTree(record.getValue().value()));
        }
        return all;
    }

    @Override
    public void close() throws Exception {
        if (decoding != null) {
            decoding.close();
        }
        flink.close();
    }
}
