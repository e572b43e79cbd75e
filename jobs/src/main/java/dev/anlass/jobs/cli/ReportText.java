package dev.anlass.jobs.cli;

import dev.anlass.jobs.report.Difference;
import dev.anlass.jobs.report.TriggerReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as text for a terminal: counts, reasons, differences. */
final class ReportText {

    private ReportText() {}

    static String of(List<TriggerReport> triggers, @Nullable String outcome, String within) {
        StringBuilder text = new StringBuilder(counts(triggers));
        String reasons = reasons(triggers);
        if (!reasons.isEmpty()) {
            text.append('\n').append(reasons);
        }
        text.append('\n');
        if (outcome == null) {
            text.append("For the difference to the control group name the event that actions are to bring about:"
                    + " --outcome order.completed --events FILE\n");
        } else {
            text.append(outcome).append(" within ").append(within).append(", 95 % interval\n");
            text.append(differences(triggers));
        }
        return text.toString();
    }

    private static String counts(List<TriggerReport> triggers) {
        TextTable table = new TextTable(
                "trigger", "matched", "emitted", "held out", "refused", "revoked", "vanished", "accepted");
        for (TriggerReport trigger : triggers) {
            table.row(
                    trigger.trigger(),
                    whole(trigger.matched()),
                    whole(trigger.emitted()),
                    whole(trigger.heldOut()),
                    whole(trigger.refusedInAll()),
                    whole(trigger.revokedInAll()),
                    whole(trigger.vanished()),
                    whole(trigger.accepted()));
        }
        return table.render();
    }

    private static String reasons(List<TriggerReport> triggers) {
        StringBuilder text = new StringBuilder();
        for (TriggerReport trigger : triggers) {
            line(text, trigger.trigger() + " refused", trigger.refused());
            line(text, trigger.trigger() + " revoked", trigger.revoked());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String what, Map<String, Long> reasons) {
        if (!reasons.isEmpty()) {
            text.append(what)
                    .append(": ")
                    .append(reasons.entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                            .map(reason -> reason.getKey() + " " + whole(reason.getValue()))
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
    }

    private static String differences(List<TriggerReport> triggers) {
        TextTable table =
                new TextTable("trigger", "with the action", "control group", "difference", "interval", "open");
        for (TriggerReport trigger : triggers) {
            Difference difference = trigger.difference();
            if (difference == null) {
                continue;
            }
            boolean isKnown = difference.isKnown();
            table.row(
                    trigger.trigger(),
                    side(difference.treated()),
                    side(difference.control()),
                    isKnown ? points(difference.estimate()) : "-",
                    isKnown ? points(difference.lower()) + " to " + points(difference.upper()) : "nobody on one side",
                    whole(trigger.open()));
        }
        return table.render();
    }

    private static String side(Difference.Share share) {
        return share.customers() == 0
                ? "0"
                : String.format(
                        Locale.ROOT, "%,d of %,d (%.2f %%)", share.successes(), share.customers(), share.rate() * 100);
    }

    private static String points(double difference) {
        return String.format(Locale.ROOT, "%+.2f pp", difference * 100);
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
