package dev.anlass.jobs.operator;

import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** The outputs of a Flink operator: actions by the main one, everything else beside it. */
final class FlinkExits implements Consequences.Exits {

    private final KeyedBroadcastProcessFunction<?, ?, ?, Outgoing>.ReadOnlyContext context;
    private final Collector<Outgoing> out;

    FlinkExits(KeyedBroadcastProcessFunction<?, ?, ?, Outgoing>.ReadOnlyContext context, Collector<Outgoing> out) {
        this.context = context;
        this.out = out;
    }

    @Override
    public void action(Outgoing outgoing) {
        out.collect(outgoing);
    }

    @Override
    public void decision(Outgoing outgoing) {
        context.output(Outlets.DECISIONS, outgoing);
    }

    @Override
    public void rejected(Outgoing outgoing) {
        context.output(Outlets.REJECTED, outgoing);
    }
}
