package dev.anlass.jobs.advisor;

import dev.anlass.engine.rulefile.Findings;
import dev.anlass.engine.rulefile.Node;
import dev.anlass.engine.rulefile.Problems;
import dev.anlass.engine.rulefile.Section;
import dev.anlass.engine.rulefile.Source;
import dev.anlass.engine.rulefile.Values;
import dev.anlass.engine.rulefile.YamlReader;
import dev.anlass.jobs.advisor.Advisor.Absence;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the file of branches, advisors and words; all mistakes at once. */
public final class OfficesReader {

    private static final List<String> KEYS = List.of("branches", "advisors", "words");
    private static final List<String> BRANCH_KEYS =
            List.of("zone", "cut_off", "days", "holidays", "rows", "product_share");
    private static final List<String> ADVISOR_KEYS = List.of("branch", "name", "language", "capacity", "absent");

    private static final int MOST_ROWS = 500;
    private static final int USUAL_ROWS = 20;
    private static final double WHOLE_LIST = 100;
    private static final LocalTime USUAL_CUT_OFF = LocalTime.of(6, 0);
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final String DATE = "expected: a date such as 2026-12-25";

    private final Findings findings = new Findings();
    private final Values values = new Values(findings);
    private final Map<String, Branch> branches = new TreeMap<>();
    private final Map<String, Advisor> advisors = new TreeMap<>();
    private final Map<String, Map<String, String>> words = new TreeMap<>();

    private OfficesReader() {}

    /**
     * What was read.
     *
     * @param offices null if there are errors among the problems
     */
    public record Read(@Nullable Offices offices, Problems problems) {}

    public static Read read(Source source) {
        OfficesReader reader = new OfficesReader();
        reader.file(source);
        Problems problems = reader.findings.problems();
        Offices offices = new Offices(reader.branches, reader.advisors, reader.words);
        return new Read(problems.hasErrors() ? null : offices, problems);
    }

    private void file(Source source) {
        List<Node> documents = YamlReader.documents(source, findings);
        if (documents.isEmpty()) {
            findings.error(source.at(0), "the file of offices is empty", "expected: the keys branches and advisors");
            return;
        }
        Section file = Section.of(documents.get(0), "the file of offices", findings, KEYS);
        if (file != null) {
            named(file.require("branches"), "branches", this::branch);
            named(file.require("advisors"), "advisors", this::advisor);
            named(file.find("words"), "words", this::word);
        }
    }

    private void named(@Nullable Node node, String what, BiConsumer<Node.Scalar, Node> reader) {
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> reader.accept(entry.key(), entry.value()));
        } else if (node != null) {
            findings.error(node.at(), what + " are a mapping from names, not " + node.kind(), null);
        }
    }

    private void branch(Node.Scalar key, Node node) {
        String name = values.name(key);
        Section section = Section.of(node, "a branch", findings, BRANCH_KEYS);
        if (name == null || section == null) {
            return;
        }
        branches.put(
                name,
                new Branch(
                        name,
                        section.require("zone", ZoneId.of("UTC"), this::zone),
                        section.read("cut_off", USUAL_CUT_OFF, values::timeOfDay),
                        section.read("days", WEEKDAYS, values::days),
                        new HashSet<>(section.read("holidays", List.of(), this::dates)),
                        section.read("rows", (long) USUAL_ROWS, this::rows).intValue(),
                        section.read("product_share", WHOLE_LIST, values::percent)));
    }

    private void advisor(Node.Scalar key, Node node) {
        String id = values.name(key);
        Section section = Section.of(node, "an advisor", findings, ADVISOR_KEYS);
        Branch branch = section == null ? null : section.require("branch", NO_BRANCH, this::branchNamed);
        if (id == null || section == null || branch == null) {
            return;
        }
        advisors.put(
                id,
                new Advisor(
                        id,
                        section.read("name", id, values::text),
                        branch,
                        section.read("language", "en", values::name),
                        section.read("capacity", (long) MOST_ROWS, this::rows).intValue(),
                        section.read("absent", List.of(), this::absences)));
    }

    /** Stands for one that is missing or unknown, which is reported. */
    private static final Branch NO_BRANCH =
            new Branch("none", ZoneId.of("UTC"), USUAL_CUT_OFF, WEEKDAYS, Set.of(), USUAL_ROWS, WHOLE_LIST);

    private @Nullable Branch branchNamed(Node node) {
        String name = values.name(node);
        Branch branch = name == null ? null : branches.get(name);
        if (name != null && branch == null) {
            findings.error(
                    node.at(),
                    "there is no branch " + node.kind(),
                    "expected: one of " + String.join(", ", branches.keySet()));
        }
        return branch;
    }

    private void word(Node.Scalar key, Node node) {
        Map<String, String> translations = new TreeMap<>();
        named(node, "the languages of a word", (language, text) -> {
            String translation = values.text(text);
            if (translation != null) {
                translations.put(language.text(), translation);
            }
        });
        words.put(key.text(), translations);
    }

    private @Nullable Long rows(Node node) {
        return values.whole(node, 1, MOST_ROWS);
    }

    private @Nullable ZoneId zone(Node node) {
        String text = values.text(node);
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException unknown) {
            findings.error(node.at(), node.kind() + " is no time zone", "expected: a zone such as Europe/Zurich");
            return null;
        }
    }

    private List<LocalDate> dates(Node node) {
        List<LocalDate> dates = new ArrayList<>();
        for (Node item : items(node)) {
            LocalDate date = item instanceof Node.Scalar scalar ? date(scalar, scalar.text()) : null;
            if (date != null) {
                dates.add(date);
            }
        }
        return dates;
    }

    private List<Absence> absences(Node node) {
        List<Absence> absences = new ArrayList<>();
        for (Node item : items(node)) {
            Absence absence = item instanceof Node.Scalar scalar ? absence(scalar) : null;
            if (absence != null) {
                absences.add(absence);
            }
        }
        return absences;
    }

    private @Nullable Absence absence(Node.Scalar scalar) {
        String[] ends = scalar.text().split("\\.\\.", 2);
        LocalDate from = date(scalar, ends[0]);
        LocalDate until = ends.length == 1 ? from : date(scalar, ends[1]);
        if (from != null && until != null && until.isBefore(from)) {
            findings.error(scalar.at(), scalar.kind() + " ends before it begins", null);
            return null;
        }
        return from == null || until == null ? null : new Absence(from, until);
    }

    private @Nullable LocalDate date(Node.Scalar scalar, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException mistake) {
            findings.error(
                    scalar.at(), scalar.kind() + " is no date", DATE + " or, for absences, 2026-07-01..2026-07-14");
            return null;
        }
    }

    private List<Node> items(Node node) {
        if (node instanceof Node.Sequence list) {
            return list.items();
        }
        findings.error(node.at(), "a list of dates is needed, not " + node.kind(), DATE + " in [ ]");
        return List.of();
    }
}
