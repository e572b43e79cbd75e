package dev.anlass.jobs.state;

import dev.anlass.engine.event.ByName;
import dev.anlass.engine.match.Bound;
import dev.anlass.engine.match.Chain;
import dev.anlass.engine.match.Facts;
import dev.anlass.engine.match.OpenChains;
import dev.anlass.engine.match.TriggerChains;
import dev.anlass.engine.match.Watch;
import java.util.List;

/** The stored form of a customer's facts: what is known, the open chains and the watches. */
final class ChainCodec {

    private ChainCodec() {}

    static void facts(ByteWriter out, Facts facts) {
        out.same(facts.attributes(), attributes -> KnownCodec.attributes(out, attributes));
        out.same(facts.consents(), consents -> KnownCodec.consents(out, consents));
        KnownCodec.presence(out, facts.presence());
        KnownCodec.metrics(out, facts.metrics());
        KnownCodec.segments(out, facts.segments());
        out.map(facts.chains().byTrigger(), chains -> chains(out, chains));
        out.list(facts.watches(), watch -> watch(out, watch));
        out.time(facts.dueThrough());
        out.time(facts.lastDue());
        out.time(facts.edition());
    }

    static Facts facts(ByteReader in) {
        return new Facts(
                in.shared(() -> KnownCodec.attributes(in)),
                in.shared(() -> KnownCodec.consents(in)),
                KnownCodec.presence(in),
                KnownCodec.metrics(in),
                KnownCodec.segments(in),
                openChains(in),
                in.list(() -> watch(in)),
                in.time(),
                in.time(),
                in.time());
    }

    private static OpenChains openChains(ByteReader in) {
        ByName<TriggerChains> byTrigger = in.byName(() -> chains(in));
        return byTrigger.isEmpty() ? OpenChains.NONE : new OpenChains(byTrigger);
    }

    static void bound(ByteWriter out, List<Bound> bound) {
        out.list(
                bound,
                one -> out.shared(one, event -> {
                    EventCodec.key(out, event.key());
                    EventCodec.fields(out, event.fields());
                }));
    }

    static List<Bound> bound(ByteReader in) {
        return in.list(() -> in.shared(() -> new Bound(EventCodec.key(in), EventCodec.fields(in))));
    }

    private static void chains(ByteWriter out, TriggerChains chains) {
        out.list(chains.chains(), chain -> {
            EventCodec.value(out, chain.key());
            bound(out, chain.bound());
            out.list(chain.counted(), out::time);
            out.time(chain.since());
        });
        out.list(chains.counts(), count -> {
            EventCodec.value(out, count.key());
            out.list(count.times(), out::time);
        });
    }

    private static TriggerChains chains(ByteReader in) {
        return new TriggerChains(
                in.list(() -> new Chain(EventCodec.value(in), bound(in), in.list(in::time), in.time())),
                in.list(() -> new TriggerChains.FirstCount(EventCodec.value(in), in.list(in::time))));
    }

    private static void watch(ByteWriter out, Watch watch) {
        out.name(watch.trigger());
        out.name(watch.matchId());
        out.name(watch.purpose());
        KnownCodec.names(out, watch.categories());
        bound(out, watch.bound());
        out.natural(watch.alternatives());
        out.time(watch.expiresAt());
    }

    private static Watch watch(ByteReader in) {
        return new Watch(in.name(), in.name(), in.name(), KnownCodec.names(in), bound(in), in.number(), in.time());
    }
}
