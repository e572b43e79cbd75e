package dev.anlass.engine.explain;

import dev.anlass.engine.match.Happening;
import dev.anlass.engine.step.Effect;

/** What a part of a story is about. */
final class Subject {

    private Subject() {}

    static Chapter of(Chapter chapter, String trigger) {
        return new Chapter(
                chapter.place(),
                chapter.told().stream().filter(told -> concerns(told, trigger)).toList());
    }

    /** What is about no trigger concerns each. */
    private static boolean concerns(Told told, String trigger) {
        String about = about(told);
        return about.isEmpty() || about.equals(trigger);
    }

    private static String about(Told told) {
        if (told instanceof Told.Happened happened) {
            return trigger(happened.happening());
        }
        if (told instanceof Told.Examined examined) {
            return examined.examination().trigger();
        }
        return told instanceof Told.Said said ? trigger(said.effect()) : "";
    }

    /** The trigger that something is about; empty if about none. */
    static String trigger(Happening happening) {
        if (happening instanceof Happening.Opened opened) {
            return opened.trigger();
        }
        if (happening instanceof Happening.MovedUp moved) {
            return moved.trigger();
        }
        if (happening instanceof Happening.Rebound rebound) {
            return rebound.trigger();
        }
        if (happening instanceof Happening.Counts counts) {
            return counts.trigger();
        }
        if (happening instanceof Happening.Waits waits) {
            return waits.trigger();
        }
        if (happening instanceof Happening.Ended ended) {
            return ended.trigger();
        }
        return triggerOfTheRest(happening);
    }

    private static String triggerOfTheRest(Happening happening) {
        if (happening instanceof Happening.Failed failed) {
            return failed.trigger();
        }
        if (happening instanceof Happening.Occupied occupied) {
            return occupied.trigger();
        }
        if (happening instanceof Happening.NotPermitted denied) {
            return denied.user() == Happening.User.TRIGGER ? denied.rule() : "";
        }
        if (happening instanceof Happening.Found found) {
            return found.match().trigger();
        }
        return happening instanceof Happening.Overtaken overtaken ? overtaken.trigger() : "";
    }

    private static String trigger(Effect effect) {
        if (effect instanceof Effect.Request request) {
            return request.action().trigger();
        }
        if (effect instanceof Effect.Revoke revoke) {
            return revoke.revocation().trigger();
        }
        if (effect instanceof Effect.Record record) {
            return record.decision().trigger();
        }
        return "";
    }
}
