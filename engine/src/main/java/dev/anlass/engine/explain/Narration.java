package dev.anlass.engine.explain;

import dev.anlass.engine.decide.Verdict;
import dev.anlass.engine.decide.Verdict.Standing;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.Happening;
import dev.anlass.engine.match.Prospect;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A story in words: short sentences, times on the customer's clock, grouped by what happened. */
public final class Narration {

    private static final String INDENT = "  ";

    private final Story story;
    private final Times times;
    private final FactWords facts;
    private final GateWords gates;
    private final EffectWords effects;
    private final List<String> lines = new ArrayList<>();

    private Narration(Story story) {
        this.story = story;
        this.times = new Times(story.zone());
        this.facts = new FactWords(times);
        this.gates = new GateWords(times);
        this.effects = new EffectWords(times);
    }

    /** The lines of the text. */
    public static List<String> of(Story story) {
        Narration narration = new Narration(story);
        narration.tell();
        return narration.lines;
    }

    private void tell() {
        lines.add("Customer " + story.customer() + "; times are those of "
                + (story.zone().equals(ZoneOffset.UTC) ? "UTC" : story.zone()));
        story.chapters().forEach(this::tell);
        lines.add("");
        lines.add("At " + times.full(story.time()));
        story.outlooks().forEach(this::tell);
    }

    private void tell(Chapter chapter) {
        if (chapter.told().isEmpty()) {
            return;
        }
        lines.add("");
        boolean isEvent = false;
        for (Told told : chapter.told()) {
            if (told instanceof Told.Received received) {
                lines.add(heading(chapter, received));
                isEvent = true;
            }
        }
        if (!isEvent) {
            lines.add(times.full(chapter.time()) + INDENT + byTime(chapter));
        }
        chapter.told().forEach(this::tell);
    }

    private static String byTime(Chapter chapter) {
        boolean isUnreadable = chapter.told().stream().anyMatch(Told.NotAccepted.class::isInstance);
        boolean begins = chapter.place().rank() < OrderKey.RANK_CUSTOMER;
        return isUnreadable ? "a record that is not accepted" : begins ? "from here on" : "time has come";
    }

    private String heading(Chapter chapter, Told.Received received) {
        String how =
                switch (received.reception()) {
                    case UNREAD -> ", which no rule reads";
                    case DUPLICATE -> ", a second time: ignored";
                    case REJECTED, APPLIED -> "";
                    case ERASURE -> ", an erasure";
                    case CORRECTS -> ", out of order: what lies behind it is looked at again";
                };
        String late = received.time() == chapter.time() ? "" : ", dated " + times.at(received.time());
        return times.full(chapter.time()) + INDENT + received.type() + " " + received.id() + " from "
                + received.source() + late + how;
    }

    private void tell(Told told) {
        if (told instanceof Told.Happened happened) {
            lines.add(INDENT + facts.of(happened.happening()));
        } else if (told instanceof Told.NotAccepted not) {
            lines.add(INDENT + not.rejection().reason() + " in " + not.where() + ": "
                    + not.rejection().detail());
        } else if (told instanceof Told.Said said) {
            lines.add(INDENT + effects.of(said.effect()));
        } else if (told instanceof Told.Examined examined) {
            lines.add(INDENT + gates.of(examined.examination()));
            examined.readings().forEach(reading -> lines.add(INDENT + INDENT + gates.of(reading)));
        }
    }

    private void tell(Outlook outlook) {
        Prospect prospect = outlook.prospect();
        String head = INDENT + prospect.trigger() + ": ";
        int before = lines.size();
        prospect.open().forEach(open -> lines.add(head + open(open)));
        prospect.counting()
                .forEach(count -> lines.add(
                        head + "has counted " + count.seen() + " of " + count.needed() + FactWords.key(count.key())));
        outlook.verdicts().forEach(verdict -> lines.add(head + verdict(verdict)));
        if (lines.size() == before) {
            lines.add(head + nothingOpen(outlook));
        }
    }

    private String open(Prospect.Open open) {
        String key = FactWords.key(open.chain().key());
        if (open.event().isEmpty()) {
            return "waits until " + times.at(open.until()) + key;
        }
        String until = open.until() == Long.MAX_VALUE ? "" : " until " + times.at(open.until());
        return "waits for " + open.step() + " (" + open.event() + ")" + until + key;
    }

    private String verdict(Verdict verdict) {
        if (verdict.standing() != Standing.HELD) {
            return "action " + verdict.id() + " is out until " + times.at(verdict.expiresAt());
        }
        String what = verdict.collected() ? " waits for rivals until " : " is held until ";
        return "match " + verdict.id() + what + times.at(verdict.wakeAt());
    }

    private String nothingOpen(Outlook outlook) {
        Prospect prospect = outlook.prospect();
        if (!prospect.permission().isGranted()) {
            return "nothing is open, and nothing may begin: " + facts.because(prospect.needs(), prospect.permission());
        }
        if (outlook.firstStep().isEmpty()) {
            return "comes due next on " + times.at(prospect.nextSchedule());
        }
        if (!outlook.isFirstStepSeen()) {
            return "nothing is open; no " + outlook.firstStep() + " has come";
        }
        return outlook.lastFailure() == null
                ? "nothing is open; it waits for " + outlook.firstStep()
                : "nothing is open; last, on " + times.at(outlook.failedAt()) + ", " + failure(outlook.lastFailure());
    }

    private String failure(Happening happening) {
        if (happening instanceof Happening.Failed failed) {
            return facts.failed(failed);
        }
        return happening instanceof Happening.NotPermitted denied ? facts.notPermitted(denied) : "its place was taken";
    }
}
