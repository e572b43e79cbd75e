package dev.anlass.jobs.cli;

import dev.anlass.engine.match.CarriedOver;
import dev.anlass.engine.match.CarriedOver.Open;
import dev.anlass.engine.match.MatchProgram;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.RuleDifference;
import dev.anlass.engine.rulefile.RuleDifference.Change;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.operator.PublishedBundle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What rules would change if they were the next bundle, compared with the last one that was published. */
final class RulePlan {

    private final @Nullable PublishedBundle last;
    private final List<RuleDifference> differences;
    private final boolean knowsChains;
    private final Map<String, EndingChains> endings;
    private final List<String> metricsBegunAnew;

    /**
     * Which open chains of a trigger end.
     *
     * @param upTo the longest that lives on, by its last step; empty if all end
     * @param isAny whether longer ones end
     * @param onlyIfPermitted whether others end, too, where what the trigger needs from then on was not permitted before
     */
    record EndingChains(String upTo, boolean isAny, boolean onlyIfPermitted) {}

    private RulePlan(
            @Nullable PublishedBundle last,
            List<RuleDifference> differences,
            boolean knowsChains,
            Map<String, EndingChains> endings,
            List<String> metricsBegunAnew) {
        this.last = last;
        this.differences = differences;
        this.knowsChains = knowsChains;
        this.endings = endings;
        this.metricsBegunAnew = metricsBegunAnew;
    }

    /**
     * Compares.
     *
     * @param last the bundle that decides until the next one does; null if there is none
     * @param bundle what the files make
     */
    static RulePlan of(@Nullable PublishedBundle last, RuleFiles files, Bundle bundle, Settings settings) {
        RuleFiles before = last == null ? RuleFiles.none() : last.files();
        Bundle running =
                last == null ? null : Rulebook.load(before, last.number()).bundle();
        List<RuleDifference> differences = new ArrayList<>(RuleDifference.between(before, files));
        boolean isKnown = last == null || running != null;
        if (isKnown) {
            differences.addAll(RuleDifference.ofFences(running, bundle));
        }
        if (last == null || running == null) {
            return new RulePlan(last, differences, isKnown, Map.of(), List.of());
        }
        Bundle deciding = running.withEffectiveFrom(last.effectiveFrom());
        Bundle next = bundle.withEffectiveFrom(last.effectiveFrom() + 1);
        List<MatchProgram> programs =
                Program.of(List.of(deciding, next), settings).timetable().programs();
        CarriedOver carried = CarriedOver.of(programs.get(0), programs.get(1));
        return new RulePlan(last, differences, true, endings(deciding, carried), carried.metricsBegunAnew());
    }

    private static Map<String, EndingChains> endings(Bundle before, CarriedOver carried) {
        Map<String, EndingChains> endings = new TreeMap<>();
        before.triggers().forEach((name, trigger) -> {
            Open open = carried.open().get(name);
            if (open != null && (!open.isAllKept() || open.kept() > 0 && open.onlyIfPermitted())) {
                String upTo = open.kept() == 0
                        ? ""
                        : trigger.steps().get(open.kept() - 1).name();
                endings.put(name, new EndingChains(upTo, !open.isAllKept(), open.onlyIfPermitted()));
            }
        });
        return endings;
    }

    @Nullable
    PublishedBundle last() {
        return last;
    }

    List<RuleDifference> differences() {
        return differences;
    }

    /** False if this release cannot honour the last bundle: then nothing is said of chains and metrics. */
    boolean knowsChains() {
        return knowsChains;
    }

    /** By trigger; those of which no chain ends by the edit are not in it. */
    Map<String, EndingChains> endings() {
        return endings;
    }

    List<String> metricsBegunAnew() {
        return metricsBegunAnew;
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (last != null) {
            map.put("compared_with", last.number());
            map.put("effective_from", Instant.ofEpochMilli(last.effectiveFrom()).toString());
        }
        map.put("differences", differences.stream().map(RulePlan::asMap).toList());
        map.put("open_chains_known", knowsChains);
        List<Map<String, Object>> ends = new ArrayList<>();
        endings.forEach((trigger, ending) -> {
            Map<String, Object> end = new LinkedHashMap<>();
            end.put("trigger", trigger);
            end.put("kept_up_to_step", ending.upTo());
            end.put("longer_end", ending.isAny());
            end.put("only_if_permitted", ending.onlyIfPermitted());
            ends.add(end);
        });
        map.put("open_chains_that_end", ends);
        map.put("metrics_begun_anew", metricsBegunAnew);
        return map;
    }

    private static Map<String, Object> asMap(RuleDifference difference) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", difference.kind());
        map.put("name", difference.name());
        map.put("change", word(difference.change()));
        if (difference.change() == Change.CHANGED) {
            map.put("parts", difference.parts());
        }
        return map;
    }

    static String word(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }
}
