package dev.anlass.benchmarks.patterns;

import dev.anlass.engine.rule.Settings;
import dev.anlass.jobs.operator.Arrival;
import dev.anlass.jobs.operator.DecodeFunction;
import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.operator.RawRecord;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The graph of the library: records are decoded as by our job, sorted within a bound, and matched pattern by pattern. */
public final class PatternTopology {

    private PatternTopology() {}

    /**
     * All matches of all patterns, as often as the library finds them.
     *
     * @param bound how far behind the newest event another may come; what is older the library drops
     */
    public static DataStream<FoundMatch> build(
            DataStream<RawRecord> records, List<ShopPattern> patterns, Duration bound) {
        KeyedStream<Arrival, String> customers = records.process(
                        new DecodeFunction(new ShopLibrary(), Settings.DEFAULT), HandType.ARRIVAL)
                .name("decode for patterns")
                .assignTimestampsAndWatermarks(BoundedDisorder.of(bound))
                .keyBy(Arrival::customer, Types.STRING);
        return patterns.stream()
                .map(pattern -> matches(customers, pattern))
                .<DataStream<FoundMatch>>map(found -> found)
                .reduce((one, other) -> one.union(other))
                .orElseThrow();
    }

    private static SingleOutputStreamOperator<FoundMatch> matches(
            KeyedStream<Arrival, String> customers, ShopPattern pattern) {
        return CEP.pattern(customers, pattern.pattern(), new InOrder())
                .inEventTime()
                .process(new MatchesOfPattern(pattern), TypeInformation.of(FoundMatch.class))
                .name(pattern.trigger());
    }
}
