package dev.anlass.jobs.advisor.stream;

import dev.anlass.jobs.advisor.ListEffect;
import dev.anlass.jobs.connector.CallJson;
import dev.anlass.jobs.connector.ListJson;
import dev.anlass.jobs.metrics.ListMetrics;
import dev.anlass.jobs.operator.Outgoing;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.util.Collector;

/** Carries out what a book says. */
final class Exits {

    private final Collector<Outgoing> lists;
    private final Consumer<Outgoing> events;
    private final ListMetrics metrics;
    private final long presentMillis;

    /** @param presentMillis no event of ours is older than it */
    Exits(Collector<Outgoing> lists, Consumer<Outgoing> events, ListMetrics metrics, long presentMillis) {
        this.metrics = metrics;
        this.lists = lists;
        this.events = events;
        this.presentMillis = presentMillis;
    }

    void carryOut(List<ListEffect> effects) {
        effects.forEach(this::carryOut);
    }

    private void carryOut(ListEffect effect) {
        if (effect instanceof ListEffect.Publish publish) {
            metrics.published(publish.list().rows().size());
            lists.collect(new Outgoing(publish.list().advisor(), ListJson.published(publish.list())));
        } else if (effect instanceof ListEffect.Close close) {
            metrics.closed(close.row().reason());
            lists.collect(new Outgoing(close.row().advisor(), ListJson.closed(close.row())));
        } else if (effect instanceof ListEffect.Plan plan) {
            events.accept(new Outgoing(plan.customer(), CallJson.planned(plan, Math.max(plan.time(), presentMillis))));
        } else if (effect instanceof ListEffect.Fail fail) {
            metrics.failed(fail.reason());
            events.accept(new Outgoing(fail.customer(), CallJson.failed(fail, Math.max(fail.time(), presentMillis))));
        }
    }
}
