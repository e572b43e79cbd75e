package dev.anlass.engine.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rulefile.RuleDifference.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleDifferenceTest {

    private static final String FENCES = """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "id": "a", "geometry": {"type": "Point", "coordinates": [8.5, 47.3]},
               "properties": {"radius_m": %d, "name": "A"}},
              {"type": "Feature", "id": "%s", "geometry": {"type": "Point", "coordinates": [8.6, 47.3]},
               "properties": {"radius_m": 100}}]}
            """;

    private final RuleFiles before = Given.rules()
            .with("triggers/t.yaml", Given.trigger("cooldown: 1d"))
            .with("metrics/spend.yaml", Given.METRIC)
            .with("constants.yaml", "limit: 10\nwords: [a, b]\n");

    @Test
    void theSameRulesHaveNoDifference() {
        assertThat(between(before)).isEmpty();
    }

    @Test
    void neitherCommentsNorTheOrderOfKeysNorTheFileMakeADifference() {
        String metric = "# spent\n" + Given.METRIC.replace("over: 30d\n", "") + "over: 30d\n";
        RuleFiles after = before.without("metrics/spend.yaml")
                .with("metrics/elsewhere.yaml", metric)
                .with("constants.yaml", "words: [a, b]   # two\nlimit: 10\n")
                .with("triggers/t.test.yaml", "scenarios: []\n");

        assertThat(between(after)).isEmpty();
    }

    @Test
    void whatIsChangedIsNamedByItsKeys() {
        RuleFiles after = before.with(
                        "triggers/t.yaml", Given.trigger("rollout: 5%").replace("name: act", "name: other"))
                .with("metrics/spend.yaml", Given.METRIC.replace("over: 30d", "over: 60d"));

        assertThat(between(after))
                .containsExactly(
                        new RuleDifference("metric", "spend", Change.CHANGED, List.of("over")),
                        new RuleDifference("trigger", "t", Change.CHANGED, List.of("action", "rollout", "cooldown")));
    }

    @Test
    void whatIsNewAndWhatIsGoneIsNamedInTheOrderOfKindsAndNames() {
        RuleFiles after = before.without("metrics/spend.yaml")
                .with("constants.yaml", "words: [b, a]\nzeal: \"1\"\n")
                .with("triggers/t.yaml", Given.trigger("cooldown: 1d").replace("trigger: t", "trigger: u"));

        assertThat(between(after))
                .containsExactly(
                        new RuleDifference("constant", "limit", Change.GONE, List.of()),
                        new RuleDifference("constant", "words", Change.CHANGED, List.of()),
                        new RuleDifference("constant", "zeal", Change.NEW, List.of()),
                        new RuleDifference("metric", "spend", Change.GONE, List.of()),
                        new RuleDifference("trigger", "t", Change.GONE, List.of()),
                        new RuleDifference("trigger", "u", Change.NEW, List.of()));
    }

    @Test
    void aNumberInQuotesIsAText() {
        assertThat(between(before.with("constants.yaml", "limit: \"10\"\nwords: [a, b]\n")))
                .containsExactly(new RuleDifference("constant", "limit", Change.CHANGED, List.of()));
    }

    @Test
    void allKindsOfTheCatalogueAreCompared() {
        RuleFiles after = before.with(FileKind.PURPOSES_FILE, "purposes:\n  offers: {basis: contract}\n")
                .with(
                        FileKind.CHANNELS_FILE,
                        before.source(FileKind.CHANNELS_FILE).text().replace("4h", "5h"))
                .with(
                        FileKind.EVENTS_FILE,
                        before.source(FileKind.EVENTS_FILE).text().replace("stars: int", "stars: double"))
                .with(FileKind.CUSTOMER_FILE, "attributes:\n  tier: {type: string, data: loyalty}\n");

        assertThat(between(after))
                .extracting(difference ->
                        difference.kind() + " " + difference.name() + " " + difference.change() + difference.parts())
                .containsExactly(
                        "event type review.written CHANGED[fields]",
                        "attribute birthdate GONE[]",
                        "purpose narrow GONE[]",
                        "purpose offers CHANGED[basis]",
                        "purpose research GONE[]",
                        "channel push CHANGED[expires]");
    }

    @Test
    void fencesAreComparedByWhatTheyAre() {
        RuleFiles one = before.with("fences/f.geojson", FENCES.formatted(50, "b"));
        RuleFiles other = before.with("fences/g.geojson", FENCES.formatted(60, "c"));

        assertThat(RuleDifference.ofFences(Given.bundle(one), Given.bundle(one)))
                .isEmpty();
        assertThat(RuleDifference.ofFences(null, Given.bundle(one)))
                .containsExactly(
                        new RuleDifference("fence", "a", Change.NEW, List.of()),
                        new RuleDifference("fence", "b", Change.NEW, List.of()));
        assertThat(RuleDifference.ofFences(Given.bundle(one), Given.bundle(other)))
                .containsExactly(
                        new RuleDifference("fence", "a", Change.CHANGED, List.of()),
                        new RuleDifference("fence", "b", Change.GONE, List.of()),
                        new RuleDifference("fence", "c", Change.NEW, List.of()));
    }

    private List<RuleDifference> between(RuleFiles after) {
        return RuleDifference.between(before, after);
    }
}
