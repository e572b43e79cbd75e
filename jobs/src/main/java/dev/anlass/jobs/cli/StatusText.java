package dev.anlass.jobs.cli;

import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.jobs.operator.Announcement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The status of a job as a person reads it. */
final class StatusText {

    /** How many bundles and score tables are shown; the older ones are only counted. */
    private static final int MAX_SHOWN = 5;

    private StatusText() {}

    static String of(JobStatus status) {
        return bundles(status) + scores(status) + "\n" + stops(status) + "\n" + triggers(status);
    }

    private static String bundles(JobStatus status) {
        List<Announcement> all = status.bundles();
        if (all.isEmpty()) {
            return "no bundle is published; publish one with `anlass deploy DIR`\n";
        }
        TextTable table = new TextTable("bundle", "from", "");
        int older = older(all);
        for (Announcement bundle : all.subList(older, all.size())) {
            Instant from = Instant.ofEpochMilli(bundle.effectiveFrom());
            table.row(bundle.number(), from.toString(), status.decides(bundle) ? "decides now" : "");
        }
        return table.render() + more(older);
    }

    private static String scores(JobStatus status) {
        List<ScoreTable> all = status.scores();
        if (all.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable("score table", "from", "");
        int older = older(all);
        for (ScoreTable scores : all.subList(older, all.size())) {
            Instant from = Instant.ofEpochMilli(scores.effectiveFrom());
            table.row(scores.number(), from.toString(), status.isUsed(scores) ? "used now" : "");
        }
        return "\n" + table.render() + more(older);
    }

    private static int older(List<?> all) {
        return Math.max(0, all.size() - MAX_SHOWN);
    }

    private static String more(int older) {
        return older == 0 ? "" : "and " + older + " older\n";
    }

    private static String stops(JobStatus status) {
        if (status.stops().isEmpty()) {
            return "nothing is stopped\n";
        }
        TextTable table = new TextTable("stopped", "since", "reason");
        status.stops()
                .forEach(stop -> table.row(
                        stop.what().inWords(), stop.since().toString(), stop.reason() == null ? "" : stop.reason()));
        return table.render();
    }

    private static String triggers(JobStatus status) {
        TextTable table =
                new TextTable("trigger", "state", "channel", "matched", "emitted", "vanished", "revoked", "refused");
        status.counts()
                .forEach((name, counts) -> table.row(
                        name,
                        status.state(name),
                        status.channel(name),
                        number(counts.decided()),
                        number(counts.emitted()),
                        number(counts.vanished()),
                        byReason(counts.revoked()),
                        byReason(counts.refused())));
        return "decisions since " + status.since() + "\n" + table.render() + unreadable(status.unreadable());
    }

    private static String unreadable(long records) {
        return records == 0 ? "" : "not counted, because they cannot be read: " + number(records) + "\n";
    }

    private static String byReason(Map<String, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        StringBuilder text = new StringBuilder(number(all));
        String separator = ": ";
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            text.append(separator).append(count.getKey()).append(' ').append(number(count.getValue()));
            separator = ", ";
        }
        return text.toString();
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
