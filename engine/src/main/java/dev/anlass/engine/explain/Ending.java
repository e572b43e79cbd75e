package dev.anlass.engine.explain;

import dev.anlass.engine.customer.Zones;
import dev.anlass.engine.decide.Verdict;
import dev.anlass.engine.match.Happening;
import dev.anlass.engine.match.MatchProgram;
import dev.anlass.engine.match.Prospect;
import dev.anlass.engine.rule.Trigger;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Observer.Reception;
import dev.anlass.engine.step.Program;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a story leaves the customer. */
final class Ending {

    private Ending() {}

    static ZoneId zone(Program program, CustomerState state, long time) {
        return Zones.of(
                state.facts().attributes(),
                program.timetable().at(time).bundle().constants());
    }

    static List<Outlook> outlooks(Program program, CustomerState state, long time, List<Chapter> chapters) {
        MatchProgram deciding = program.timetable().at(time);
        List<Outlook> outlooks = new ArrayList<>();
        for (Prospect prospect : Prospect.of(deciding, state.customer(), state.facts(), time)) {
            Trigger trigger =
                    Objects.requireNonNull(deciding.bundle().triggers().get(prospect.trigger()));
            outlooks.add(outlook(prospect, trigger, state, time, chapters));
        }
        return outlooks;
    }

    private static Outlook outlook(
            Prospect prospect, Trigger trigger, CustomerState state, long time, List<Chapter> chapters) {
        List<Verdict> verdicts = state.verdicts().stream()
                .filter(verdict -> verdict.match().trigger().equals(trigger.name()) && verdict.isOpen(time))
                .toList();
        String first = trigger.steps().isEmpty() ? "" : trigger.steps().get(0).event();
        @Nullable Happening failure = null;
        long failedAt = Long.MIN_VALUE;
        boolean seen = false;
        for (Chapter chapter : chapters) {
            for (Told told : chapter.told()) {
                seen |= isOfType(told, first);
                if (told instanceof Told.Happened happened && isFailure(happened.happening(), trigger.name())) {
                    failure = happened.happening();
                    failedAt = chapter.time();
                }
            }
        }
        return new Outlook(prospect, first, verdicts, failure, failedAt, seen);
    }

    private static boolean isOfType(Told told, String type) {
        if (told instanceof Told.Received received) {
            boolean taken = received.reception() == Reception.APPLIED || received.reception() == Reception.CORRECTS;
            return taken && received.type().equals(type);
        }
        return told instanceof Told.Happened happened
                && happened.happening() instanceof Happening.Derived derived
                && derived.event().type().equals(type);
    }

    private static boolean isFailure(Happening happening, String trigger) {
        boolean failure = happening instanceof Happening.Failed
                || happening instanceof Happening.NotPermitted
                || happening instanceof Happening.Occupied;
        return failure && Subject.trigger(happening).equals(trigger);
    }
}
