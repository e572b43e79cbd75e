package dev.anlass.jobs.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.jobs.advisor.Advisor;
import dev.anlass.jobs.advisor.Change;
import dev.anlass.jobs.advisor.ListNews;
import dev.anlass.jobs.advisor.Offices;
import dev.anlass.jobs.advisor.OfficesFile;
import dev.anlass.jobs.advisor.PlainLists;
import dev.anlass.jobs.advisor.Proposal;
import dev.anlass.jobs.connector.ListJson;
import dev.anlass.jobs.connector.ProposalJson;
import dev.anlass.jobs.demo.bank.BankMonths;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists of months of a bank, made by the job day by day, are those that are worked out plainly from the actions. */
class BankListsTest {

    private static final Path RECORDED = Path.of("..", "..", "shared", "data", "bank-prague.ndjson.gz");
    private static final long LATENESS = 60_000L;
    private static final int CUSTOMERS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path out;

    private final List<Proposal> proposals = new ArrayList<>();
    private final Map<String, List<Change>> changes = new TreeMap<>();
    private final Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
    private final Map<String, List<String>> lists = new TreeMap<>();

    @Test
    void ofAnInventedBank() throws Exception {
        List<String> events = BankMonths.of(7, CUSTOMERS);
        run(
                () -> {
                    Iterator<String> left = events.iterator();
                    return EventStream.of(() -> left.hasNext() ? left.next().getBytes(StandardCharsets.UTF_8) : null);
                },
                BankMonths.ZONE);

        assertThatTheListsAreThoseWorkedOutPlainly();
    }

    @Test
    void ofARecordedBank() throws Exception {
        assumeTrue(Files.exists(RECORDED), "the recorded bank is not there");
        run(() -> new RecordedEvents(List.of(RECORDED)), ZoneId.of("Europe/Prague"));

        assertThatTheListsAreThoseWorkedOutPlainly();
    }

    private void run(BankPlan.Streams events, ZoneId zone) throws Exception {
        RuleFiles files = RuleFiles.read(Path.of("..", "rules"));
        BankPlan plan = new BankPlan(
                files,
                requireNonNull(Rulebook.load(files, "bank").bundle()),
                "a bank",
                events,
                zone,
                settings -> (customer, language, until) -> List.of(),
                out,
                null,
                null,
                false);
        BankDemo.run(plan, new Screen(new PrintWriter(new StringWriter()), null), Stop.never());
    }

    private void assertThatTheListsAreThoseWorkedOutPlainly() throws IOException {
        Offices offices = OfficesFile.read(out.resolve("offices.yaml").toString());
        readActions();
        readFeedback();
        readLists();
        changes.values().forEach(own -> own.sort(Comparator.comparingLong(Change::time)));
        assertThat(lists).isNotEmpty();
        for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            String id = list.getKey();
            Advisor advisor = requireNonNull(offices.advisor(id));
            TreeSet<LocalDate> own = requireNonNull(days.get(id));
            // Time ends on the last morning: nothing happens to its rows any more.
            String last = " of " + own.last() + " ";
            List<String> plain = new PlainLists(advisor, LATENESS, proposalsTo(id), changes)
                    .lines(List.copyOf(own)).stream()
                            .filter(line -> !line.contains(last))
                            .sorted()
                            .toList();
            assertThat(list.getValue().stream().sorted()).as(id).containsExactlyElementsOf(plain);
        }
        assertThat(proposals).allMatch(proposal -> lists.containsKey(proposal.advisor()));
    }

    private List<Proposal> proposalsTo(String advisor) {
        return proposals.stream()
                .filter(proposal -> proposal.advisor().equals(advisor))
                .toList();
    }

    private void readActions() throws IOException {
        for (JsonNode event : read("actions.ndjson")) {
            JsonNode data = event.path("data");
            if (!data.path("channel").asText().equals("advisor")) {
                continue;
            }
            if (event.path("type").asText().equals("action.requested")) {
                proposals.add(ProposalJson.proposal(event));
            } else {
                changed(data, new Change(data.path("reason").asText(), null, time(data.path("decided_at"))));
            }
        }
    }

    private void readFeedback() throws IOException {
        for (JsonNode event : read("feedback.ndjson")) {
            JsonNode data = event.path("data");
            if (event.path("type").asText().startsWith("action.")) {
                LocalDate until =
                        data.has("until") ? LocalDate.parse(data.path("until").asText()) : null;
                changed(data, new Change(data.path("outcome").asText(), until, time(event.path("time"))));
            }
        }
    }

    private void changed(JsonNode data, Change change) {
        changes.computeIfAbsent(data.path("action_id").asText(), id -> new ArrayList<>())
                .add(change);
    }

    private void readLists() throws IOException {
        Map<String, LocalDate> dayOfList = new TreeMap<>();
        for (JsonNode event : read("advisor-lists.ndjson")) {
            ListNews news = ListJson.read(event.toString().getBytes(StandardCharsets.UTF_8));
            if (news instanceof ListNews.Published published) {
                var list = published.list();
                dayOfList.put(list.id(), list.day());
                days.computeIfAbsent(list.advisor(), id -> new TreeSet<>()).add(list.day());
                line(
                        list.advisor(),
                        list.day() + ": "
                                + list.rows().stream()
                                        .map(row -> row.actionId() + " age " + row.age())
                                        .collect(Collectors.joining(", ")));
            } else if (news instanceof ListNews.Closed closed) {
                var row = closed.row();
                String until = row.until() == null ? "" : " until " + row.until();
                line(
                        row.advisor(),
                        "close " + row.actionId() + " of " + dayOfList.get(row.listId()) + " " + row.reason() + until);
            }
        }
    }

    private void line(String advisor, String line) {
        lists.computeIfAbsent(advisor, id -> new ArrayList<>()).add(line);
    }

    private List<JsonNode> read(String file) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        try (Stream<String> lines = Files.lines(out.resolve(file))) {
            for (String line : (Iterable<String>) lines::iterator) {
                events.add(JSON.readTree(line));
            }
        }
        return events;
    }

    private static long time(JsonNode time) {
        return Instant.parse(time.asText()).toEpochMilli();
    }
}
