package dev.anlass.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.connector.file.EventLines;
import dev.anlass.jobs.demo.GeneratedEvents;
import dev.anlass.jobs.replay.BacktestResult.Compared;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A generated day of a city, in parallel and line by line. */
class BacktestTest {

    private static final long SEED = 11;
    private static final int CUSTOMERS = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path directory;

    private static Path events;
    private static Program program;
    private static Map<String, Object> expected;

    @BeforeAll
    static void replayLineByLine() throws IOException {
        Bundle bundle = bundle(rules());
        program = Program.of(List.of(bundle), Settings.DEFAULT);
        events = directory.resolve("events.ndjson");
        try (GeneratedEvents day = new GeneratedEvents(SEED, CUSTOMERS, bundle.fences());
                OutputStream out = Files.newOutputStream(events)) {
            for (byte[] record = day.next(); record != null; record = day.next()) {
                out.write(record);
                out.write('\n');
            }
        }
        expected = Replay.of(events, program, directory.resolve("out"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theNumbersAreThoseOfAReplayHoweverManyThreadsThereAre(int threads) throws IOException {
        Volumes volumes = backtest(List.of(program), threads).volumes().get(0);

        assertThat(volumes.summary().asMap()).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void untilTheEndTheNumbersAreThoseOfAReplayToo() throws IOException {
        Population population = new Population(program, Replay.GRACE_MILLIS);
        ReplaySummary summary = new ReplaySummary(List.of());
        try (ReplayOutput output = ReplayOutput.in(directory.resolve("end"));
                EventLines lines = EventLines.of(events)) {
            Replay replay = new Replay(program, population, output, summary, state -> {});
            replay.feed(lines);
            replay.end(new ReplayEnd.AllDone());
        }
        summary.close(population);

        try (Backtest backtest = new Backtest(List.of(program), 2, state -> {});
                EventLines lines = EventLines.of(events)) {
            backtest.feed(lines);
            Volumes volumes = backtest.end(new ReplayEnd.AllDone()).volumes().get(0);

            assertThat(volumes.summary().asMap()).usingRecursiveComparison().isEqualTo(summary.asMap());
            assertThat(volumes.summary().asMap()).isNotEqualTo(expected);
        }
    }

    @Test
    void whatGoesOutIsCountedByDayByCustomerAndByPair() throws IOException {
        Volumes volumes = backtest(List.of(program), 2).volumes().get(0);

        Map<String, TreeSet<String>> reached = new HashMap<>();
        Map<String, Map<String, Long>> byDay = new TreeMap<>();
        for (String line : Files.readAllLines(directory.resolve("out/decisions.ndjson"))) {
            JsonNode decision = JSON.readTree(line);
            JsonNode data = decision.get("data");
            if (data.path("outcome").asText().equals("emitted")) {
                String trigger = data.get("trigger").asText();
                reached.computeIfAbsent(decision.get("subject").asText(), id -> new TreeSet<>())
                        .add(trigger);
                byDay.computeIfAbsent(trigger, name -> new TreeMap<>())
                        .merge(decision.get("time").asText().substring(0, 10), 1L, Long::sum);
            }
        }
        assertThat(reached).isNotEmpty();
        assertThat(volumes.reached()).isEqualTo(reached.size());
        Map<Overlap, Long> overlaps = new TreeMap<>();
        for (TreeSet<String> triggers : reached.values()) {
            for (String one : triggers) {
                triggers.tailSet(one, false).forEach(other -> overlaps.merge(new Overlap(one, other), 1L, Long::sum));
            }
        }
        assertThat(volumes.overlaps()).isNotEmpty().isEqualTo(overlaps);
        byDay.forEach((trigger, days) -> {
            Map<String, Long> counted = new TreeMap<>();
            volumes.byDay(trigger).forEach((day, times) -> counted.put(day.toString(), times));
            assertThat(counted).as(trigger).isEqualTo(days);
            assertThat(volumes.reachedBy(trigger))
                    .isEqualTo(reached.values().stream()
                            .filter(triggers -> triggers.contains(trigger))
                            .count());
        });
    }

    @Test
    void otherRulesRunBesideAndDoNotDisturb() throws IOException {
        RuleFiles without = rules().without("triggers/retail/cart-pickup-offer.yaml")
                .without("triggers/retail/cart-pickup-offer.test.yaml");
        Program other = Program.of(List.of(bundle(without)), Settings.DEFAULT);

        BacktestResult result = backtest(List.of(program, other), 2);

        assertThat(result.volumes().get(0).summary().asMap())
                .usingRecursiveComparison()
                .isEqualTo(expected);
        assertThat(result.volumes().get(1).summary().triggers()).doesNotContainKey("cart-pickup-offer");
        Compared compared = Objects.requireNonNull(result.compared());
        assertThat(compared.both() + compared.onlyFirst())
                .isEqualTo(result.volumes().get(0).reached());
        assertThat(compared.both() + compared.onlySecond())
                .isEqualTo(result.volumes().get(1).reached());
        assertThat(compared.onlyFirst()).isPositive();
    }

    @Test
    void withoutEventsNothingIsCounted() throws IOException {
        Path nothing = Files.writeString(directory.resolve("nothing.ndjson"), "");

        try (Backtest backtest = new Backtest(List.of(program), 1, state -> {});
                EventLines lines = EventLines.of(nothing)) {
            backtest.feed(lines);
            Volumes volumes = backtest.end(new ReplayEnd.AllDone()).volumes().get(0);

            assertThat(volumes.summary().events()).isZero();
            assertThat(volumes.days()).isEmpty();
        }
    }

    private static BacktestResult backtest(List<Program> programs, int threads) throws IOException {
        try (Backtest backtest = new Backtest(programs, threads, state -> {});
                EventLines lines = EventLines.of(events)) {
            backtest.feed(lines);
            return backtest.end(new ReplayEnd.NewestEvent());
        }
    }

    private static RuleFiles rules() throws IOException {
        return RuleFiles.read(Path.of("../rules"));
    }

    private static Bundle bundle(RuleFiles files) {
        return Objects.requireNonNull(Rulebook.load(files, null).bundle());
    }
}
