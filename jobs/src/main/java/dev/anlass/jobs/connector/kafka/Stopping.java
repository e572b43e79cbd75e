package dev.anlass.jobs.connector.kafka;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rulefile.Words;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.Stop;
import dev.anlass.jobs.operator.Stoppable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Stops and starts by way of the rules topic; a name that nobody knows is refused, because it would stop nothing. */
public final class Stopping {

    private final RulesTopic topic;

    public Stopping(RulesTopic topic) {
        this.topic = topic;
    }

    /**
     * Stops all of these; gives everything that is stopped then. What is stopped already stays so since when it is.
     *
     * @param now the present
     * @param reason for people; null for the one given before
     * @throws CannotStart if a name is not known; nothing has been stopped then
     */
    public List<Stop> stop(List<Stoppable> wanted, Instant now, @Nullable String reason) {
        RulesTopic.Contents contents = topic.contents();
        List<Bundle> bundles = nowAndLater(contents.bundles(), now);
        wanted.forEach(what -> requireKnown(what, bundles));
        List<Stop> after = new ArrayList<>(contents.stops());
        for (Stoppable what : wanted) {
            Stop before = contents.stop(what);
            String why = reason == null && before != null ? before.reason() : reason;
            Stop stop = new Stop(what, before == null ? now : before.since(), why);
            topic.stop(stop);
            after.removeIf(each -> each.what().equals(what));
            after.add(stop);
        }
        return after;
    }

    /**
     * Starts all of these again; gives what is still stopped.
     *
     * @throws CannotStart if one of them is not stopped; nothing has been started then
     */
    public List<Stop> start(List<Stoppable> wanted) {
        RulesTopic.Contents contents = topic.contents();
        wanted.forEach(what -> requireStopped(what, contents));
        wanted.forEach(topic::start);
        return contents.stops().stream()
                .filter(stop -> !wanted.contains(stop.what()))
                .toList();
    }

    private static List<Bundle> nowAndLater(List<PublishedBundle> published, Instant now) {
        List<PublishedBundle> decide = Deciding.nowAndLater(published, now);
        return decide.stream().map(PublishedBundle::loaded).toList();
    }

    private static void requireKnown(Stoppable what, List<Bundle> bundles) {
        Set<String> known = new TreeSet<>();
        for (Bundle bundle : bundles) {
            known.addAll(
                    switch (what.kind()) {
                        case ALL -> Set.of("");
                        case CHANNEL -> bundle.channels().keySet();
                        case TRIGGER -> bundle.triggers().keySet();
                    });
        }
        if (what.kind() != Stoppable.Kind.ALL && !known.contains(what.name())) {
            throw new CannotStart("no bundle that decides now or later has a "
                    + what.kind().word() + " \"" + what.name() + "\"" + wayOut(what, known));
        }
    }

    private static void requireStopped(Stoppable what, RulesTopic.Contents contents) {
        if (contents.stop(what) == null) {
            Set<String> stopped = new TreeSet<>();
            contents.stops().stream()
                    .filter(stop -> stop.what().kind() == what.kind())
                    .forEach(stop -> stopped.add(stop.what().name()));
            throw new CannotStart(what.inWords() + " is not stopped" + wayOut(what, stopped));
        }
    }

    private static String wayOut(Stoppable what, Collection<String> known) {
        String words = what.kind() == Stoppable.Kind.ALL ? null : Words.nearest(what.name(), known);
        return words == null ? "; `anlass status` says what there is and what is stopped" : "; " + words;
    }
}
