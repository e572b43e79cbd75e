package dev.anlass.jobs.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts all trials and gives a score table every so often, from the first trial on.
 *
 * <p>Time may pass several tables at once; each counts just what was settled by its own time.
 */
public final class TallyFunction
        extends KeyedProcessFunction<String, Tuple5<String, String, Long, Boolean, Long>, byte[]>
        implements CheckpointedFunction {

    private static final MapStateDescriptor<Tuple3<String, String, Long>, Tuple2<Long, Long>> COUNTS =
            new MapStateDescriptor<>("counts", Wire.KEY, Wire.COUNTS);
    private static final ListStateDescriptor<Tuple5<String, String, Long, Boolean, Long>> WAITING =
            new ListStateDescriptor<>("waiting", Wire.TRIAL);
    private static final ValueStateDescriptor<Long> NEXT = new ValueStateDescriptor<>("next", Types.LONG);

    private final LearningSettings settings;
    private final long everyMillis;
    private transient MapState<Tuple3<String, String, Long>, Tuple2<Long, Long>> counts;
    private transient ListState<Tuple5<String, String, Long, Boolean, Long>> waiting;
    private transient ValueState<Long> next;

    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    public TallyFunction(LearningSettings settings, long everyMillis) {
        this.settings = settings;
        this.everyMillis = everyMillis;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        SameLessons.orEnd(context, settings);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // Everything is written when it changes.
    }

    @Override
    public void open(OpenContext context) {
        counts = getRuntimeContext().getMapState(COUNTS);
        waiting = getRuntimeContext().getListState(WAITING);
        next = getRuntimeContext().getState(NEXT);
    }

    @Override
    public void processElement(
            Tuple5<String, String, Long, Boolean, Long> trial, Context context, Collector<byte[]> out)
            throws Exception {
        waiting.add(trial);
        if (next.value() == null) {
            ringAt(-Math.floorDiv(-trial.f4, everyMillis) * everyMillis, context);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<byte[]> out) throws Exception {
        count(timestamp);
        out.collect(LearnedTable.of(tally(timestamp), settings, timestamp).json());
        ringAt(timestamp + everyMillis, context);
    }

    private void ringAt(long time, Context context) throws Exception {
        next.update(time);
        context.timerService().registerEventTimeTimer(time);
    }

    private void count(long asOf) throws Exception {
        List<Tuple5<String, String, Long, Boolean, Long>> later = new ArrayList<>();
        for (var tuple : waiting.get()) {
            Trial trial = Wire.trial(tuple);
            if (trial.settledAt() > asOf) {
                later.add(tuple);
            } else {
                Tuple3<String, String, Long> key = Wire.of(Tally.Key.of(trial));
                Tuple2<Long, Long> known = counts.get(key);
                Tally.Counts more = Tally.Counts.of(trial)
                        .plus(known == null ? Tally.Counts.NONE : new Tally.Counts(known.f0, known.f1));
                counts.put(key, Tuple2.of(more.offered(), more.accepted()));
            }
        }
        waiting.update(later);
    }

    private Tally tally(long asOf) throws Exception {
        Tally tally = new Tally();
        List<Tuple3<String, String, Long>> forgotten = new ArrayList<>();
        for (Map.Entry<Tuple3<String, String, Long>, Tuple2<Long, Long>> entry : counts.entries()) {
            Tally.Key key = Wire.key(entry.getKey());
            if (key.isForgotten(asOf, settings.halfLifeMillis())) {
                forgotten.add(entry.getKey());
            } else {
                tally.add(key, new Tally.Counts(entry.getValue().f0, entry.getValue().f1));
            }
        }
        for (Tuple3<String, String, Long> key : forgotten) {
            counts.remove(key);
        }
        return tally;
    }
}
