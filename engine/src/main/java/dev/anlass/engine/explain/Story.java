package dev.anlass.engine.explain;

import java.time.ZoneId;
import java.util.List;

/**
 * What happened to one customer, and why: chapter by chapter in the order of time, and what is open at the end.
 *
 * @param zone the customer's at the end
 * @param time how far it goes, in milliseconds since 1970
 */
public record Story(String customer, ZoneId zone, long time, List<Chapter> chapters, List<Outlook> outlooks) {

    public Story {
        chapters = List.copyOf(chapters);
        outlooks = List.copyOf(outlooks);
    }

    /** Only what concerns one trigger; events of which nothing more is told than that they came are left out. */
    public Story about(String trigger) {
        return new Story(
                customer,
                zone,
                time,
                chapters.stream()
                        .map(chapter -> Subject.of(chapter, trigger))
                        .filter(Chapter::saysMoreThanThatAnEventCame)
                        .toList(),
                outlooks.stream()
                        .filter(outlook -> outlook.prospect().trigger().equals(trigger))
                        .toList());
    }
}
