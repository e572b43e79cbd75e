package dev.anlass.jobs.cli;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.ScoreTables;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.connector.RecordSource.InTopic;
import dev.anlass.jobs.connector.kafka.EventsTopic;
import dev.anlass.jobs.connector.kafka.KafkaTopics;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.RawRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One customer of the events topic, by the bundles of the rules topic.
 *
 * <p>The records of all partitions are taken in the order in which the broker appended them. Time passes as in the job: as
 * far as the oldest among the newest ticks (or events) of all partitions, less the grace and a millisecond.
 */
final class TopicCustomer {

    /** Of another customer nothing is kept but how far time has come in their partition. */
    private record Heard(
            long appendedAt,
            InTopic source,
            long time,
            @Nullable Decoded own) {

        /** By a later one of the same partition. */
        boolean isCoveredBy(Heard later) {
            return own == null && later.own == null && appendedAt == later.appendedAt;
        }
    }

    /** Events move no time: the ticks of all partitions do. */
    private static final long NO_TIME_BY_EVENTS = Long.MAX_VALUE / 4;

    private final JobSettings settings;
    private final EventDecoder decoder;
    private final String id;
    private final OneCustomer customer;
    private final List<Heard> heard = new ArrayList<>();

    /** Where the last that was heard of each partition stands. */
    private final Map<Integer, Integer> last = new HashMap<>();

    private final Map<Integer, Long> newest = new TreeMap<>();

    private TopicCustomer(JobSettings settings, Program program, String id, @Nullable Instant at) {
        this.settings = settings;
        this.decoder = program.decoder();
        this.id = id;
        this.customer = new OneCustomer(program, id, NO_TIME_BY_EVENTS, at);
    }

    /** The customer at the present end of the topic, or at a time. */
    static OneCustomer follow(JobSettings settings, String id, @Nullable Instant at) {
        try {
            int partitions = new KafkaTopics(settings.kafka()).check();
            TopicCustomer topic = new TopicCustomer(settings, program(settings), id, at);
            new EventsTopic(settings.kafka()).read(topic::hear);
            topic.take(partitions, at == null ? Long.MAX_VALUE : at.toEpochMilli());
            return topic.customer;
        } catch (CannotStart refused) {
            throw Answer.no(refused.getMessage() + ".");
        }
    }

    private static Program program(JobSettings settings) {
        RulesTopic topic = new RulesTopic(settings.kafka());
        RulesTopic rules = settings.clock() == Clock.TICKS ? topic.withoutLateOnes() : topic;
        RulesTopic.Contents contents = rules.contents();
        List<Bundle> bundles =
                contents.bundles().stream().map(PublishedBundle::loaded).toList();
        if (bundles.isEmpty()) {
            throw new CannotStart("there are no rules to decide by: publish some with `anlass deploy DIR`");
        }
        return Program.of(bundles, settings.engine()).withScores(ScoreTables.published(contents.scores()));
    }

    private void hear(RawRecord raw) {
        Decoded decoded = raw.decodedBy(decoder);
        InTopic source = raw.source();
        boolean isOwn = id.equals(Subject.of(decoded, raw));
        long time = time(decoded);
        boolean moves = time > newest.getOrDefault(source.partition(), Long.MIN_VALUE);
        if (moves) {
            newest.put(source.partition(), time);
        }
        if (isOwn || moves) {
            long appendedAt = raw.appendedAt() == null ? 0 : raw.appendedAt();
            keep(new Heard(appendedAt, source, moves ? time : Long.MIN_VALUE, isOwn ? decoded : null));
        }
    }

    /** Of several moments of time that were appended within a millisecond, only the last matters. */
    private void keep(Heard latest) {
        Integer before = last.get(latest.source().partition());
        if (before != null && heard.get(before).isCoveredBy(latest)) {
            heard.set(before, latest);
        } else {
            last.put(latest.source().partition(), heard.size());
            heard.add(latest);
        }
    }

    private long time(Decoded decoded) {
        if (decoded instanceof Decoded.Tick tick) {
            return tick.time();
        }
        boolean isByEvents = settings.clock() == Clock.EVENTS;
        return isByEvents && decoded instanceof Decoded.Accepted accepted
                ? accepted.event().time()
                : Long.MIN_VALUE;
    }

    private void take(int partitions, long until) {
        heard.sort(Comparator.comparingLong(Heard::appendedAt));
        newest.clear();
        for (Heard each : heard) {
            if (each.own() != null && !customer.take(each.own(), id, each.source())) {
                return;
            }
            if (each.time() != Long.MIN_VALUE) {
                newest.merge(each.source().partition(), each.time(), Math::max);
                long passed = passed(partitions);
                if (passed > until) {
                    return;
                }
                customer.passTo(passed);
            }
        }
    }

    /** A partition that has said nothing yet holds time back. */
    private long passed(int partitions) {
        if (newest.size() < partitions) {
            return Long.MIN_VALUE;
        }
        long oldest = newest.values().stream().mapToLong(Long::longValue).min().orElseThrow();
        return oldest - settings.grace().toMillis() - 1;
    }
}
