package dev.anlass.jobs.advisor.desk;

import dev.anlass.engine.decide.Action;
import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Revocation;
import dev.anlass.engine.explain.Chapter;
import dev.anlass.engine.explain.Story;
import dev.anlass.engine.explain.Told;
import dev.anlass.engine.match.Happening;
import dev.anlass.engine.step.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A customer's story as an advisor reads it: what began, went on and ended, what was permitted, what was proposed, what was
 * not and why. What gates and conditions saw, {@code anlass explain} tells.
 */
public final class PlainStory {

    private static final String INDENT = "  ";

    private final Story story;
    private final Wording words;
    private final List<String> lines = new ArrayList<>();

    private PlainStory(Story story, Wording words) {
        this.story = story;
        this.words = words;
    }

    /** Chapters stand apart by an empty line, begin with a heading, and have indented lines. */
    public static List<String> of(Story story, Language language) {
        PlainStory plain = new PlainStory(story, Wording.of(language));
        story.chapters().forEach(plain::tell);
        return plain.lines;
    }

    private void tell(Chapter chapter) {
        List<String> said = new ArrayList<>();
        for (Told told : chapter.told()) {
            String line = line(told);
            if (line != null) {
                said.add(INDENT + line);
            }
        }
        if (!said.isEmpty()) {
            lines.add("");
            lines.add(time(chapter.time()) + " · " + heading(chapter));
            lines.addAll(said);
        }
    }

    private String heading(Chapter chapter) {
        for (Told told : chapter.told()) {
            if (told instanceof Told.Received received) {
                return received.type();
            }
        }
        return words.text("story.by_time");
    }

    private @Nullable String line(Told told) {
        if (told instanceof Told.Happened happened) {
            return line(happened.happening());
        }
        if (told instanceof Told.NotAccepted not) {
            return words.text("story.not_accepted", not.rejection().reason());
        }
        return told instanceof Told.Said said ? line(said.effect()) : null;
    }

    private @Nullable String line(Happening happening) {
        if (happening instanceof Happening.Opened opened) {
            return words.text("story.begins", opened.trigger(), opened.step());
        }
        if (happening instanceof Happening.MovedUp moved) {
            return words.text("story.goes_on", moved.trigger(), moved.step());
        }
        if (happening instanceof Happening.Waits waits) {
            return words.text("story.waits", waits.trigger(), time(waits.due()));
        }
        if (happening instanceof Happening.Found found) {
            return words.text("story.complete", found.match().trigger());
        }
        if (happening instanceof Happening.Ended ended) {
            return ended(ended);
        }
        if (happening instanceof Happening.SegmentChanged changed) {
            return words.text("story.segment", changed.segment(), changed.before(), changed.type());
        }
        return permission(happening);
    }

    /** That a moment is complete, or began anew, is said by itself. */
    private @Nullable String ended(Happening.Ended ended) {
        return switch (ended.ending()) {
            case UNLESS, WINDOW, PERMISSION, BUNDLE ->
                words.text(
                        "story.ended",
                        ended.trigger(),
                        words.text("ending." + ended.ending().name().toLowerCase(Locale.ROOT)));
            case REPLACED, GAVE_WAY, ERASED, COMPLETED -> null;
        };
    }

    private @Nullable String permission(Happening happening) {
        if (happening instanceof Happening.Consented consented) {
            var record = consented.record();
            String status = record.status().word();
            return words.text("story.consent", record.recordId(), record.purpose(), words.textOr("status.", status));
        }
        if (happening instanceof Happening.Expired expired) {
            return words.text("story.consent_expired", expired.record().recordId());
        }
        return happening instanceof Happening.Blocked ? words.text("story.blocked") : null;
    }

    private @Nullable String line(Effect effect) {
        if (effect instanceof Effect.Request request) {
            Action action = request.action();
            return words.text("story.proposed", action.trigger(), action.channel(), time(action.expiresAt()));
        }
        if (effect instanceof Effect.Revoke revoke) {
            Revocation revocation = revoke.revocation();
            return words.text("story.taken_back", revocation.trigger(), reason(revocation.reason()));
        }
        if (effect instanceof Effect.Record record && record.decision().outcome() == Decision.Outcome.REFUSED) {
            Decision decision = record.decision();
            return words.text("story.refused", decision.trigger(), reason(String.valueOf(decision.reason())));
        }
        return effect instanceof Effect.Erased ? words.text("story.erased") : null;
    }

    /** A policy is named as in the rules. */
    private String reason(String reason) {
        int colon = reason.indexOf(':');
        String word = words.textOr("closed.", colon < 0 ? reason : reason.substring(0, colon));
        return colon < 0 ? word : word + " (" + reason.substring(colon + 1) + ")";
    }

    private String time(long millis) {
        return words.time(millis, story.zone());
    }
}
