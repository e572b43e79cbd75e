package dev.anlass.jobs.cli;

import static dev.anlass.jobs.cli.CommandRun.anlass;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.connector.kafka.TestTopics;
import dev.anlass.jobs.operator.PublishedBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code plan}, {@code deploy} and {@code rollback} between real topics. */
@ExtendWith(TestTopics.Extension.class)
class PlanTest {

    private static final String REMINDER = "triggers/shop/reminder.yaml";

    @TempDir
    Path directory;

    private Path rules;

    @BeforeEach
    void nameTheRules() {
        rules = directory.resolve("rules");
    }

    @Test
    void thePlanOfTheFirstBundleNamesAllThatIsNew(TestTopics topics) throws Exception {
        Path settings = settings(topics);
        RulesOnDisk.in(rules).proved();

        CommandRun plan = anlass("plan", "--settings", settings, rules);

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out())
                .startsWith("no bundle is published yet\n")
                .contains("trigger     pickup              new\n")
                .contains("trigger     reminder            new\n");
        assertThat(new RulesTopic(topics.settings()).bundles()).isEmpty();
    }

    @Test
    void thePlanSaysWhatIsChangedAndWhichChainsEnd(TestTopics topics) throws Exception {
        Path settings = settings(topics);
        RulesOnDisk.in(rules).proved();
        assertThat(anlass("deploy", "--settings", settings, rules).exitCode()).isZero();
        String number = new RulesTopic(topics.settings()).bundles().get(0).number();
        assertThat(anlass("plan", "--settings", settings, rules).out())
                .startsWith("compared with bundle " + number + ", which decides since 2")
                .endsWith("nothing would change\n");

        String reminder = Files.readString(rules.resolve(REMINDER));
        Files.writeString(
                rules.resolve(REMINDER),
                reminder.replace("step: cart", "step: basket").replace("{cart.", "{basket."));
        CommandRun plan = anlass("plan", "--settings", settings, rules);

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("\ntrigger  reminder  changed: when").contains("\nreminder  all end\n");
    }

    @Test
    void thePlanAsJsonHoldsTheSame(TestTopics topics) throws Exception {
        Path settings = settings(topics);
        RulesOnDisk.in(rules).proved();
        anlass("deploy", "--settings", settings, rules);
        Files.delete(rules.resolve(REMINDER));
        Files.delete(rules.resolve("triggers/shop/reminder.test.yaml"));

        JsonNode plan = new ObjectMapper()
                .readTree(
                        anlass("plan", "--settings", settings, "--json", rules).out());

        assertThat(plan.at("/compared_with").asText()).startsWith("2");
        assertThat(plan.at("/differences")).hasSize(1);
        assertThat(plan.at("/differences/0/kind").asText()).isEqualTo("trigger");
        assertThat(plan.at("/differences/0/name").asText()).isEqualTo("reminder");
        assertThat(plan.at("/differences/0/change").asText()).isEqualTo("gone");
        assertThat(plan.at("/open_chains_that_end/0/trigger").asText()).isEqualTo("reminder");
        assertThat(plan.at("/open_chains_that_end/0/kept_up_to_step").asText()).isEmpty();
        assertThat(plan.at("/open_chains_that_end/0/longer_end").asBoolean()).isTrue();
        assertThat(plan.at("/open_chains_that_end/0/only_if_permitted").asBoolean())
                .isFalse();
        assertThat(plan.at("/metrics_begun_anew")).isEmpty();
    }

    @Test
    void rulesThatWouldNotBeDeployedHaveNoPlan(TestTopics topics) throws Exception {
        Path settings = settings(topics);
        RulesOnDisk.in(rules);

        CommandRun plan = anlass("plan", "--settings", settings, rules);

        assertThat(plan.exitCode()).isEqualTo(1);
        assertThat(plan.err()).endsWith("cannot be deployed; mend the errors above.\n");
    }

    @Test
    void whoGoesBackTwiceGoesBackTwoSteps(TestTopics topics) throws Exception {
        Path settings = settings(topics);
        RulesOnDisk on = RulesOnDisk.in(rules).proved();
        anlass("deploy", "--settings", settings, rules);
        waitLonger(on, "2h", "3h");
        anlass("deploy", "--settings", settings, rules);
        waitLonger(on, "3h", "4h");
        anlass("deploy", "--settings", settings, rules);

        CommandRun once = anlass("rollback", "--settings", settings);
        CommandRun twice = anlass("rollback", "--settings", settings);
        CommandRun tooOften = anlass("rollback", "--settings", settings);

        List<PublishedBundle> bundles = new RulesTopic(topics.settings()).bundles();
        assertThat(once.exitCode()).as(once.err()).isZero();
        assertThat(bundles.stream()
                        .map(bundle -> bundle.announcement().sha256())
                        .toList())
                .containsExactly(sha(bundles, 0), sha(bundles, 1), sha(bundles, 2), sha(bundles, 1), sha(bundles, 0));
        assertThat(bundles)
                .extracting(PublishedBundle::effectiveFrom)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(once.out())
                .contains("\ntrigger  reminder  changed: wait\n")
                .endsWith("bundle " + bundles.get(3).number() + " decides from "
                        + Instant.ofEpochMilli(bundles.get(3).effectiveFrom()) + " on, with the rules of bundle "
                        + bundles.get(1).number() + "\n");
        assertThat(twice.out())
                .endsWith("with the rules of bundle " + bundles.get(0).number() + "\n");
        assertThat(tooOften.exitCode()).isEqualTo(1);
        assertThat(tooOften.err()).contains("there were no others; name the bundle to go back to");
    }

    @Test
    void whoNamesABundleGoesBackToIt(TestTopics topics) throws Exception {
        Path settings = settings(topics);
        RulesOnDisk on = RulesOnDisk.in(rules).proved();
        anlass("deploy", "--settings", settings, rules);
        on.replacing(REMINDER, "name: basket-reminder", "name: basket-note")
                .replacing("triggers/shop/reminder.test.yaml", "basket-reminder", "basket-note");
        anlass("deploy", "--settings", settings, rules);
        List<PublishedBundle> bundles = new RulesTopic(topics.settings()).bundles();

        CommandRun unknown = anlass("rollback", "--settings", settings, "2020.01.01-abcd");
        CommandRun same =
                anlass("rollback", "--settings", settings, bundles.get(1).number());
        CommandRun first =
                anlass("rollback", "--settings", settings, bundles.get(0).number());

        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("there is no bundle 2020.01.01-abcd;");
        assertThat(same.exitCode()).isEqualTo(1);
        assertThat(same.err())
                .contains("has the rules of bundle " + bundles.get(1).number() + " already");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(new RulesTopic(topics.settings()).bundles()).hasSize(3);
    }

    @Test
    void fromABundleForALaterDayNobodyGoesBackUnasked(TestTopics topics) throws Exception {
        Path settings = settings(topics);
        RulesOnDisk on = RulesOnDisk.in(rules).proved();
        anlass("deploy", "--settings", settings, rules);
        waitLonger(on, "2h", "3h");
        anlass("deploy", "--settings", settings, rules, "--effective-from", "2100-01-01T00:00:00Z");
        List<PublishedBundle> bundles = new RulesTopic(topics.settings()).bundles();

        CommandRun unasked = anlass("rollback", "--settings", settings);
        CommandRun named =
                anlass("rollback", "--settings", settings, bundles.get(0).number());

        assertThat(unasked.exitCode()).isEqualTo(1);
        assertThat(unasked.err()).contains("is to decide from 2100-01-01T00:00:00Z on, and no other can before it");
        assertThat(named.out()).contains(" decides from 2100-01-01T00:00:00.001Z on");
    }

    @Test
    void aBundleThatThisReleaseCannotHonourIsComparedAsFarAsItCanBe(TestTopics topics) throws Exception {
        Path settings = settings(topics);
        RulesOnDisk.in(rules).proved();
        anlass("deploy", "--settings", settings, rules);
        var good = new RulesTopic(topics.settings()).bundles().get(0);
        new RulesTopic(topics.settings())
                .publish(new PublishedBundle(
                        "of-tomorrow",
                        good.effectiveFrom() + 60_000,
                        good.files().with("constants.yaml", "a: {b: [")));

        CommandRun plan = anlass("plan", "--settings", settings, rules);
        CommandRun back = anlass("rollback", "--settings", settings);

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("this release cannot honour that bundle: what becomes of open chains");
        assertThat(back.exitCode()).as(back.err()).isZero();
        assertThat(back.out()).endsWith("with the rules of bundle " + good.number() + "\n");
    }

    @Test
    void withoutABundleThereIsNothingToGoBackTo(TestTopics topics) throws Exception {
        CommandRun rollback = anlass("rollback", "--settings", settings(topics));

        assertThat(rollback.exitCode()).isEqualTo(1);
        assertThat(rollback.err()).contains("no bundle is published");
    }

    private static String sha(List<PublishedBundle> bundles, int index) {
        return bundles.get(index).announcement().sha256();
    }

    private Path settings(TestTopics topics) throws IOException {
        return topics.created(2).writeSettings(directory.resolve("anlass.yaml"));
    }

    /** The reminder and its scenario, with another wait. */
    private static void waitLonger(RulesOnDisk on, String before, String after) {
        on.replacing(REMINDER, "wait: " + before, "wait: " + after)
                .replacing("triggers/shop/reminder.test.yaml", "at: " + before, "at: " + after);
    }
}
