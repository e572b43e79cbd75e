package dev.anlass.benchmarks.peers;

import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.operator.RawRecord;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The rules in Flink CEP: a pattern, hence an operator, for each. */
final class CepGraph {

    private CepGraph() {}

    /** Every operator gets every event. */
    static void plain(StreamExecutionEnvironment environment, Source<RawRecord, ?, ?> source, List<VisitRule> rules) {
        DataStream<ShopEvent> events = events(environment, source);
        sink(rules, rule -> events);
    }

    /** Every operator gets only what its rule speaks of, as somebody does who knows the library. */
    static void filtered(
            StreamExecutionEnvironment environment, Source<RawRecord, ?, ?> source, List<VisitRule> rules) {
        DataStream<ShopEvent> events = events(environment, source);
        sink(rules, rule -> events.filter(event -> rule.isBegunBy(event) || rule.mayBeEndedBy(event)));
    }

    private static DataStream<ShopEvent> events(
            StreamExecutionEnvironment environment, Source<RawRecord, ?, ?> source) {
        return environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "events", HandType.RAW_RECORD)
                .map(new ShopEventReader())
                .returns(new HandType<>(ShopEvent.class, new ShopEventSerializer()))
                .assignTimestampsAndWatermarks(WatermarkStrategy.<ShopEvent>forMonotonousTimestamps()
                        .withTimestampAssigner((event, none) -> event.time()));
    }

    private static void sink(List<VisitRule> rules, Function<VisitRule, DataStream<ShopEvent>> events) {
        rules.stream()
                .map(rule -> matches(rule, events.apply(rule)))
                .reduce((one, other) -> one.union(other))
                .orElseThrow()
                .sinkTo(new MatchSink<>(match -> match));
    }

    private static DataStream<Match> matches(VisitRule rule, DataStream<ShopEvent> events) {
        return CEP.pattern(events.keyBy(ShopEvent::customer, Types.STRING), VisitPattern.of(rule))
                .inEventTime()
                .process(new VisitsFound(rule), TypeInformation.of(Match.class));
    }
}
