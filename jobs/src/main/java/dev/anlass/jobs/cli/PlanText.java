package dev.anlass.jobs.cli;

import dev.anlass.engine.rulefile.RuleDifference;
import dev.anlass.jobs.cli.RulePlan.EndingChains;
import dev.anlass.jobs.operator.PublishedBundle;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A plan as a person reads it. */
final class PlanText {

    /** How many differences of one kind are shown; fences may be many thousands. */
    private static final int MAX_SHOWN = 40;

    private PlanText() {}

    static String of(RulePlan plan, Instant now) {
        return heading(plan, now)
                + differences(plan.differences())
                + endings(plan.endings())
                + metrics(plan.metricsBegunAnew());
    }

    private static String heading(RulePlan plan, Instant now) {
        PublishedBundle last = plan.last();
        if (last == null) {
            return "no bundle is published yet\n";
        }
        Instant from = Instant.ofEpochMilli(last.effectiveFrom());
        String decides =
                from.isAfter(now) ? ", which decides from " + from + " on\n" : ", which decides since " + from + "\n";
        String unknown = plan.knowsChains()
                ? ""
                : "this release cannot honour that bundle: what becomes of open chains, and which fences differ, is not"
                        + " known\n";
        return "compared with bundle " + last.number() + decides + unknown;
    }

    private static String differences(List<RuleDifference> differences) {
        if (differences.isEmpty()) {
            return "nothing would change\n";
        }
        Map<String, Integer> shown = new TreeMap<>();
        TextTable table = new TextTable("kind", "name", "change");
        for (RuleDifference difference : differences) {
            if (shown.merge(difference.kind(), 1, Integer::sum) <= MAX_SHOWN) {
                table.row(difference.kind(), difference.name(), change(difference));
            }
        }
        StringBuilder text = new StringBuilder("\n").append(table.render());
        shown.forEach((kind, number) -> {
            if (number > MAX_SHOWN) {
                text.append(String.format(
                        Locale.ROOT, "and of kind %s %,d more; --json lists all%n", kind, number - MAX_SHOWN));
            }
        });
        return text.toString();
    }

    private static String change(RuleDifference difference) {
        String word = RulePlan.word(difference.change());
        return difference.parts().isEmpty() ? word : word + ": " + String.join(", ", difference.parts());
    }

    private static String endings(Map<String, EndingChains> endings) {
        if (endings.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable("trigger", "what becomes of its open chains");
        endings.forEach((trigger, ending) -> table.row(trigger, inWords(ending)));
        return "\n" + table.render();
    }

    private static String inWords(EndingChains ending) {
        if (ending.upTo().isEmpty()) {
            return "all end";
        }
        String kept =
                ending.isAny() ? "those that have come to step " + ending.upTo() + " at most live on" : "they live on";
        String condition = " where what the trigger needs from then on was permitted before";
        return kept + (ending.onlyIfPermitted() ? condition : "") + ", the others end";
    }

    private static String metrics(List<String> anew) {
        return anew.isEmpty() ? "" : "\nmetrics that begin anew: " + String.join(", ", anew) + "\n";
    }
}
