package dev.anlass.jobs.advisor.stream;

import dev.anlass.jobs.advisor.Change;
import dev.anlass.jobs.advisor.stream.Note.Changed;
import dev.anlass.jobs.advisor.stream.Note.Erased;
import dev.anlass.jobs.advisor.stream.Note.Proposed;
import dev.anlass.jobs.connector.ListJson;
import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.operator.Outgoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Knows of each customer's actions in whose book they stand, until some days after they expired, and passes on what
 * happens to them.
 *
 * <p>Feedback waits until time has passed it: only then have all actions come that went out before it.
 */
public final class AddressFunction extends KeyedCoProcessFunction<String, Note, Note, Note> {

    /** Erasures, for those who keep lists. */
    static final OutputTag<Outgoing> ERASED = new OutputTag<>("erased", HandType.OUTGOING);

    /** How long after its expiry an action is known: its book is woken once a day. */
    private static final long KNOWN_AFTER_EXPIRY_MILLIS = Duration.ofDays(3).toMillis();

    private static final MapStateDescriptor<String, Tuple2<String, Long>> OPEN =
            new MapStateDescriptor<>("open", Types.STRING, Types.TUPLE(Types.STRING, Types.LONG));
    private static final MapStateDescriptor<String, Note> EARLY =
            new MapStateDescriptor<>("early", Types.STRING, NoteSerializer.TYPE);

    private transient MapState<String, Tuple2<String, Long>> open;
    private transient MapState<String, Note> early;
    private transient long passedBefore;

    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    public AddressFunction() {}

    /** Time had passed so far before a restart. */
    void goOnFrom(long passedBefore) {
        this.passedBefore = passedBefore;
    }

    @Override
    public void open(OpenContext context) {
        open = getRuntimeContext().getMapState(OPEN);
        early = getRuntimeContext().getMapState(EARLY);
    }

    /** Of actions. */
    @Override
    public void processElement1(Note note, Context context, Collector<Note> out) throws Exception {
        if (note instanceof Proposed proposed) {
            long expiresAt = proposed.proposal().expiresAt();
            open.put(proposed.proposal().actionId(), Tuple2.of(proposed.advisor(), expiresAt));
            context.timerService().registerEventTimeTimer(expiresAt + 1);
            context.timerService().registerEventTimeTimer(expiresAt + 1 + KNOWN_AFTER_EXPIRY_MILLIS);
            out.collect(proposed);
        } else if (note instanceof Changed changed) {
            passOn(changed, out);
        }
    }

    /** Of events. */
    @Override
    public void processElement2(Note note, Context context, Collector<Note> out) throws Exception {
        if (note instanceof Erased erased) {
            erase(erased, context, out);
        } else if (note instanceof Changed changed) {
            long time = changed.change().time();
            early.put(time + "/" + changed.actionId() + "/" + changed.change().reason(), changed);
            context.timerService().registerEventTimeTimer(time);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Note> out) throws Exception {
        List<String> told = new ArrayList<>();
        for (Map.Entry<String, Note> waiting : early.entries()) {
            if (waiting.getValue() instanceof Changed changed
                    && changed.change().time() <= timestamp) {
                passOn(changed, out);
                told.add(waiting.getKey());
            }
        }
        for (String key : told) {
            early.remove(key);
        }
        List<String> forgotten = new ArrayList<>();
        for (Map.Entry<String, Tuple2<String, Long>> action : open.entries()) {
            long expiredAt = action.getValue().f1 + 1;
            if (expiredAt == timestamp) {
                Change expired = new Change(Change.EXPIRED, null, expiredAt);
                out.collect(new Changed("", action.getValue().f0, action.getKey(), expired));
            } else if (expiredAt + KNOWN_AFTER_EXPIRY_MILLIS <= timestamp) {
                forgotten.add(action.getKey());
            }
        }
        for (String actionId : forgotten) {
            open.remove(actionId);
        }
    }

    /** What is about an action of another channel, or one that expired long ago, is for nobody here. */
    private void passOn(Changed changed, Collector<Note> out) throws Exception {
        @Nullable Tuple2<String, Long> address = open.get(changed.actionId());
        if (address != null) {
            out.collect(changed.to(address.f0));
        }
    }

    private void erase(Erased erased, Context context, Collector<Note> out) throws Exception {
        long erasedAt = Math.max(
                erased.time(), Math.max(passedBefore, context.timerService().currentWatermark()));
        for (Map.Entry<String, Tuple2<String, Long>> action : open.entries()) {
            Change change = new Change(Change.ERASED, null, erasedAt);
            out.collect(new Changed(erased.customer(), action.getValue().f0, action.getKey(), change));
        }
        open.clear();
        early.clear();
        context.output(ERASED, new Outgoing(erased.customer(), ListJson.erased(erased.customer(), erasedAt)));
    }
}
