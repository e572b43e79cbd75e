package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.ListStore.ShownRow;
import java.util.ArrayList;
import java.util.List;

/** A customer's story, under the row that asks for the call. */
public record StoryPage(Frame frame, AdvisorList list, ShownRow row, List<Chapter> chapters, boolean isCut) {

    /** The most lines that are shown; a customer with more is told about from the end. */
    static final int MOST_LINES = 2_000;

    /** What happened at one time: a heading, and what follows from it. */
    public record Chapter(String heading, List<Line> lines) {
        public Chapter {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line.
     *
     * @param depth from 1
     */
    public record Line(int depth, String text) {}

    public StoryPage {
        chapters = List.copyOf(chapters);
    }

    static StoryPage of(Frame frame, AdvisorList list, ShownRow row, List<String> lines) {
        boolean isCut = lines.size() > MOST_LINES;
        List<String> shown = isCut ? lines.subList(lines.size() - MOST_LINES, lines.size()) : lines;
        return new StoryPage(frame, list, row, chapters(shown), isCut);
    }

    private static List<Chapter> chapters(List<String> lines) {
        List<Chapter> chapters = new ArrayList<>();
        List<Line> below = new ArrayList<>();
        String heading = "";
        for (String line : lines) {
            String text = line.strip();
            if (!text.isEmpty() && line.startsWith(" ")) {
                int indent = line.length() - line.stripLeading().length();
                below.add(new Line(indent > 2 ? 2 : 1, text));
            } else if (!text.isEmpty()) {
                add(chapters, heading, below);
                heading = text;
                below = new ArrayList<>();
            }
        }
        add(chapters, heading, below);
        return chapters;
    }

    private static void add(List<Chapter> chapters, String heading, List<Line> lines) {
        if (!heading.isEmpty() || !lines.isEmpty()) {
            chapters.add(new Chapter(heading, lines));
        }
    }
}
