package dev.anlass.jobs.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.rulefile.ScoreTableReader;
import dev.anlass.engine.rulefile.Source;
import dev.anlass.engine.scenario.ScenarioReport;
import dev.anlass.engine.scenario.ScenarioSuite;
import dev.anlass.engine.scenario.Stage;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.advisor.OfficesReader;
import dev.anlass.jobs.advisor.desk.signin.LocalUsersReader;
import dev.anlass.jobs.cli.Anlass;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.EffectJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * What the documents show is run: rules are loaded, scenarios played, commands parsed, links followed.
 *
 * <p>A YAML snippet says in its first line, a comment, which file it is. The snippets of a page make one rule directory;
 * those of the README stand among the bundled catalogue, constants and fences.
 */
class DocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final String README = "README.md";
    private static final String INTERFACES = "docs/interfaces.md";
    private static final String EXPLAIN = "docs/explain.md";
    private static final String PERMISSION = "docs/permission.md";
    private static final String SETTINGS = "anlass.yaml";
    private static final String CONTROLLER = "controller.yaml";
    private static final String USERS = "users.yaml";
    private static final String OFFICES = "offices.yaml";
    private static final String FENCES = "fences/places.geojson";
    private static final long GRACE_MILLIS = 5_000;
    /** Of a bundle that is none: it follows the files, and other files than those shown are among them. */
    private static final String NUMBER = "local-[0-9a-f]{8}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern FILE = Pattern.compile("# ([\\w./-]+\\.yaml)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]*)(#[^)\\s]+)?\\)");
    private static final Pattern COMMAND = Pattern.compile("\\./anlass ([a-z]+(?:-[a-z]+)*)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    private record Snippet(String language, String text) {

        String file() {
            var file = FILE.matcher(text.lines().findFirst().orElse(""));
            assertThat(file.matches())
                    .as("the first line says the file:\n%s", text)
                    .isTrue();
            return file.group(1);
        }

        boolean isFences() {
            return text.contains("FeatureCollection");
        }
    }

    static List<String> pages() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            List<String> pages = new ArrayList<>(List.of(README));
            docs.map(page -> page.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .forEach(name -> pages.add("docs/" + name));
            return pages;
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void rulesLoadAndTheirScenariosHappen(String page) throws IOException {
        RuleFiles files = rules(page);
        if (files.paths().stream().noneMatch(path -> path.startsWith("triggers/"))) {
            return;
        }
        Loaded loaded = Rulebook.load(files, null);
        assertThat(loaded.problems().all()).as(loaded.problems().render()).isEmpty();
        ScenarioReport report = ScenarioSuite.of(files, loaded).run(Stage.inMemory());
        assertThat(report.isGood()).as(report.render()).isTrue();
        assertThat(report.played()).isPositive();
    }

    @Test
    void theSettingsShownAreTheDefaults() throws IOException {
        Snippet shown = snippets(INTERFACES, "yaml").get(0);
        Path file = Files.createTempFile("anlass", ".yaml");
        Files.writeString(file, shown.text());

        assertThat(shown.file()).isEqualTo(SETTINGS);
        assertThat(shown.text().substring(shown.text().indexOf('\n') + 1)).isEqualTo(defaults());
        assertThat(SettingsReader.read(file, Map.of()).problems().isEmpty()).isTrue();
        Files.delete(file);
    }

    @Test
    void theEventsShownGiveTheActionAndTheDecisionShown() throws IOException {
        Loaded loaded = Rulebook.load(rules(README), "2026.03.02-3f9c");
        Program program = Program.of(List.of(Objects.requireNonNull(loaded.bundle())), Settings.DEFAULT);
        Population population = new Population(program, GRACE_MILLIS);
        List<JsonNode> said = new ArrayList<>();
        for (JsonNode event : values(snippets(INTERFACES, "ndjson").get(0))) {
            for (Emission emission : population.accept(program.decoder().decode(JSON.writeValueAsBytes(event), null))) {
                if (emission.effect() instanceof Effect.Request request) {
                    said.add(JSON.readTree(EffectJson.action(request.action())));
                } else if (emission.effect() instanceof Effect.Record record) {
                    said.add(JSON.readTree(EffectJson.decision(record.decision())));
                }
            }
        }
        List<JsonNode> shown = snippets(INTERFACES, "json").stream()
                .flatMap(snippet -> values(snippet).stream())
                .filter(json -> json.has("specversion"))
                .toList();
        assertThat(said).isEqualTo(shown);
    }

    @Test
    void theStoriesShownAreThoseThatExplainTells(@TempDir Path directory) throws IOException {
        Path rules = written(directory, rules(README));
        Path events = events(directory, values(snippets(INTERFACES, "ndjson").get(0)));
        List<Snippet> shown = snippets(EXPLAIN, "text");

        String whole = run("explain", "--rules", rules, "--events", events, "--customer", "anna");
        String part = run(
                "explain", "--rules", rules, "--events", events, "--customer", "anna", "--at", "2026-03-03T09:00:00Z");

        assertThat(whole.replaceAll(NUMBER, "local"))
                .isEqualTo(shown.get(0).text().replaceAll(NUMBER, "local"));
        assertThat(part).endsWith("\n" + shown.get(1).text());
    }

    @Test
    void theConsentRecordShownIsWhatThePageSays(@TempDir Path directory) throws IOException {
        Path rules = written(directory, rules(PERMISSION));
        List<Snippet> shown = snippets(PERMISSION, "json");
        Path events = events(directory, values(shown.get(0)));
        Path controller = directory.resolve(CONTROLLER);
        for (Snippet snippet : snippets(PERMISSION, "yaml")) {
            if (snippet.file().equals(CONTROLLER)) {
                Files.writeString(controller, snippet.text());
            }
        }

        String printed = run(
                "consent-record", "--rules", rules, "--events", events, "--customer", "c1", "--controller", controller);

        assertThat(printed).isEqualTo(shown.get(1).text());
    }

    private static String run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandLine(new Anlass())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        assertThat(exitCode).as(err.toString()).isZero();
        return out.toString();
    }

    private static Path written(Path directory, RuleFiles files) throws IOException {
        Path rules = directory.resolve("rules");
        for (String path : files.paths()) {
            Files.createDirectories(rules.resolve(path).getParent());
            Files.writeString(rules.resolve(path), Objects.requireNonNull(files.text(path)));
        }
        return rules;
    }

    private static Path events(Path directory, List<JsonNode> events) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (JsonNode event : events) {
            lines.append(JSON.writeValueAsString(event)).append('\n');
        }
        return Files.writeString(directory.resolve("events.ndjson"), lines);
    }

    @Test
    void theScoreTableShownCanBeUsed() throws IOException {
        Snippet shown = snippets("docs/learning.md", "json").get(0);
        var read = ScoreTableReader.read(new Source("scores.json", shown.text()));
        assertThat(read.problems().render()).isEqualTo("no problems\n");
        assertThat(read.table()).isNotNull();
    }

    @Test
    void theOfficesShownCanBeUsed() throws IOException {
        Snippet shown = snippets("docs/advisors.md", "yaml").stream()
                .filter(snippet -> snippet.file().equals(OFFICES))
                .findFirst()
                .orElseThrow();
        var read = OfficesReader.read(new Source(OFFICES, shown.text()));
        assertThat(read.problems().render()).isEqualTo("no problems\n");
    }

    @Test
    void theUsersShownCanSignIn() throws IOException {
        String offices = """
                branches: {branch-1: {zone: Europe/Prague}}
                advisors: {advisor-1-0: {branch: branch-1}}
                """;
        Snippet shown = snippets("docs/advisors.md", "yaml").stream()
                .filter(snippet -> snippet.file().equals(USERS))
                .findFirst()
                .orElseThrow();
        var read = LocalUsersReader.read(
                new Source(USERS, shown.text()),
                Objects.requireNonNull(
                        OfficesReader.read(new Source("offices.yaml", offices)).offices()));
        assertThat(read.problems().render()).isEqualTo("no problems\n");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsShownExist(String page) throws IOException {
        CommandLine anlass = new CommandLine(new Anlass());
        Set<String> named = new TreeSet<>();
        COMMAND.matcher(text(page)).results().forEach(command -> named.add(command.group(1)));
        assertThat(anlass.getSubcommands().keySet()).containsAll(named);
        for (Snippet shell : snippets(page, "sh")) {
            shell.text()
                    .lines()
                    .filter(line -> line.startsWith("./anlass "))
                    .map(line -> line.split(" "))
                    .forEach(words -> new CommandLine(new Anlass())
                            .parseArgs(List.of(words).subList(1, words.length).toArray(String[]::new)));
        }
    }

    @Test
    void theReadmeNamesEveryCommand() throws IOException {
        String readme = text(README);
        assertThat(new CommandLine(new Anlass()).getSubcommands().keySet())
                .allSatisfy(command -> assertThat(readme).contains("| `./anlass " + command));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksPointToWhatExists(String page) throws IOException {
        Path directory = ROOT.resolve(page).getParent();
        for (MatchResult link : LINK.matcher(text(page)).results().toList()) {
            if (link.group(1).contains("://")) {
                continue;
            }
            Path target = link.group(1).isEmpty() ? ROOT.resolve(page) : directory.resolve(link.group(1));
            assertThat(target).exists();
            if (link.group(2) != null) {
                assertThat(anchors(Files.readString(target))).contains(link.group(2));
            }
        }
    }

    private static List<String> anchors(String text) {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading ->
                        "#" + heading.replaceAll("[^a-z0-9 -]", "").strip().replace(' ', '-'))
                .toList();
    }

    private static RuleFiles rules(String page) throws IOException {
        RuleFiles files = RuleFiles.none();
        if (page.equals(README)) {
            RuleFiles bundled = RuleFiles.read(ROOT.resolve("rules"));
            for (String path : bundled.paths()) {
                if (path.matches("catalogue/.*|constants.yaml|fences/.*")) {
                    files = files.with(path, Objects.requireNonNull(bundled.text(path)));
                }
            }
        }
        for (Snippet snippet : snippets(page, "yaml")) {
            if (!Set.of(SETTINGS, CONTROLLER, USERS, OFFICES).contains(snippet.file())) {
                assertThat(files.paths()).doesNotContain(snippet.file());
                files = files.with(snippet.file(), snippet.text());
            }
        }
        for (Snippet snippet : snippets(page, "json")) {
            files = snippet.isFences() ? files.with(FENCES, snippet.text()) : files;
        }
        return files;
    }

    private static List<Snippet> snippets(String page, String language) throws IOException {
        return SNIPPET.matcher(text(page))
                .results()
                .map(snippet -> new Snippet(snippet.group(1), snippet.group(2)))
                .filter(snippet -> snippet.language().equals(language))
                .toList();
    }

    /** The JSON values of a snippet, however they are wrapped. */
    private static List<JsonNode> values(Snippet snippet) {
        try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(snippet.text())) {
            return values.readAll();
        } catch (IOException e) {
            throw new AssertionError(snippet.text(), e);
        }
    }

    private static String text(String page) throws IOException {
        return Files.readString(ROOT.resolve(page));
    }

    private static String defaults() throws IOException {
        try (InputStream defaults =
                Objects.requireNonNull(SettingsReader.class.getResourceAsStream("/anlass-defaults.yaml"))) {
            return new String(defaults.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
