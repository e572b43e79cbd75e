package dev.anlass.engine.rulefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.anlass.engine.place.Fence;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Channel;
import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rule.Step.Keep;
import dev.anlass.engine.rule.Trigger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rule files become a bundle. */
class RulebookTest {

    private static final Path RESOURCES = Path.of("src/test/resources/rulefile");

    @Test
    void theExamplesOfTheManualLoadWithoutAProblem() throws IOException {
        Loaded loaded = Rulebook.load(RuleFiles.read(RESOURCES.resolve("shop")), "1");
        assertThat(loaded.problems().render()).isEqualTo("no problems\n");
    }

    @Test
    void firstContactLoads() throws IOException {
        Loaded loaded = Rulebook.load(RuleFiles.read(RESOURCES.resolve("first-contact")), "1");
        assertThat(loaded.problems().hasErrors()).isFalse();
        assertThat(loaded.triggers())
                .extracting(
                        TriggerSummary::name, summary -> summary.categories().toString())
                .containsExactly(tuple("pickup", "[behaviour, location]"), tuple("reminder", "[behaviour]"));
    }

    @Test
    void aTriggerIsReadAsItIsWritten() throws IOException {
        Trigger offer = shop().triggers().get("cart-pickup-offer");
        assertThat(offer.state()).isEqualTo(Trigger.State.LIVE);
        assertThat(offer.categories()).containsExactly("behaviour", "location", "profile");
        assertThat(offer.steps()).extracting(step -> step.name()).containsExactly("cart", "visit");
        assertThat(offer.steps().get(0).keep()).isEqualTo(Keep.EACH);
        assertThat(offer.steps().get(0).withinMillis()).isEqualTo(Trigger.UNBOUNDED);
        assertThat(offer.steps().get(1).withinMillis())
                .isEqualTo(Duration.ofHours(24).toMillis());
        assertThat(offer.unless()).extracting(clause -> clause.lastStep()).containsExactly(0, 0);
        assertThat(offer.cooldownMillis()).isEqualTo(Duration.ofDays(7).toMillis());
        assertThat(offer.action().expiresMillis()).isEqualTo(Duration.ofHours(2).toMillis());
        assertThat(offer.action().payload().keySet())
                .containsExactly("product_id", "product_category", "shop", "discount_percent");
        assertThat(offer.action().text().keySet()).containsExactly("en", "de");
        assertThat(offer.reads().fieldsOf("visit")).containsExactly("fence");
    }

    @Test
    void aScheduleIsReadAsItIsWritten() throws IOException {
        Trigger greeting = shop().triggers().get("winter-greeting");
        assertThat(greeting.steps()).isEmpty();
        assertThat(Objects.requireNonNull(greeting.every()).at()).isEqualTo(LocalTime.of(7, 0));
        assertThat(greeting.every().on()).hasSize(5).doesNotContain(DayOfWeek.SATURDAY);
        assertThat(greeting.where()).isNotNull();
        assertThat(greeting.rollout()).isEqualTo(10);
        assertThat(greeting.activeFrom()).isLessThan(greeting.activeUntil());
        assertThat(greeting.action().expiresMillis())
                .isEqualTo(Duration.ofDays(3).toMillis());
        assertThat(greeting.categories()).containsExactly("community", "transactions");
    }

    @Test
    void policiesAreReadAsTheyAreWritten() throws IOException {
        Policy.Cap cap =
                Objects.requireNonNull(shop().policies().get("push-pressure").cap());
        assertThat(cap.max()).isEqualTo(2);
        assertThat(cap.rollingMillis()).isEqualTo(Duration.ofDays(7).toMillis());
        assertThat(cap.then()).isEqualTo(Policy.Then.DROP);
        assertThat(cap.bySegment()).containsEntry("fan", 4).containsEntry("buyer", 1);
        assertThat(shop().policies().get("night-rest").quiet())
                .isEqualTo(new Policy.Quiet(
                        LocalTime.of(21, 0),
                        LocalTime.of(8, 0),
                        EnumSet.allOf(DayOfWeek.class),
                        Policy.Then.HOLD,
                        Policy.Quiet.DEFAULT_SPREAD_MILLIS));
        assertThat(shop().policies().get("control-group").holdout()).isEqualTo(new Policy.Holdout(2, "2026-4"));
    }

    @Test
    void fencesAreReadAsTheyAreWritten() throws IOException {
        assertThat(shop().fences()).extracting(Fence::id).containsExactly("s-7", "8");
        Fence shop = shop().fences().get(0);
        assertThat(shop.dwellMillis()).isEqualTo(Duration.ofMinutes(5).toMillis());
        assertThat(shop.properties())
                .containsEntry("kind", "shop")
                .containsEntry("floor", 2.0)
                .doesNotContainKey("radius_m");
    }

    @Test
    void aChannelHasItsDefaults() {
        Bundle bundle = Given.bundle(Given.rules().with("triggers/t.yaml", Given.trigger()));
        Channel advisor = Objects.requireNonNull(bundle.channels().get("advisor"));
        assertThat(advisor.collectForMillis()).isEqualTo(Channel.NOBODY_COMPETES);
        assertThat(advisor.payloadLimitBytes()).isEqualTo(Channel.DEFAULT_PAYLOAD_LIMIT_BYTES);
        assertThat(advisor.hasCeiling()).isFalse();
    }

    @Test
    void aCeilingIsAWholeNumberOfActionsAMinute() {
        RuleFiles rules = Given.rules().with("triggers/t.yaml", Given.trigger());
        RuleFiles limited = rules.with("catalogue/channels.yaml", "channels: {push: {ceiling: 600}, advisor: {}}");
        assertThat(Objects.requireNonNull(Given.bundle(limited).channels().get("push"))
                        .ceilingPerMinute())
                .isEqualTo(600);

        RuleFiles wrong = rules.with("catalogue/channels.yaml", "channels: {push: {ceiling: 0}, advisor: {}}");
        assertThat(Rulebook.load(wrong, null).problems().render())
                .contains("\"0\" is not a whole number from 1 to 1000000000");
    }

    @Test
    void aChannelSaysWhetherItsReadersAreTheCustomers() {
        RuleFiles rules = Given.rules().with("triggers/t.yaml", Given.trigger());
        RuleFiles read = rules.with("catalogue/channels.yaml", "channels: {push: {}, advisor: {languages: all}}");
        assertThat(Given.bundle(read).channels().values())
                .extracting(Channel::languages)
                .containsExactly(Channel.Languages.ALL, Channel.Languages.CUSTOMER);

        RuleFiles wrong = rules.with("catalogue/channels.yaml", "channels: {push: {}, advisor: {languages: al}}");
        assertThat(Rulebook.load(wrong, null).problems().render()).contains("did you mean \"all\"?");
    }

    @Test
    void aDirectoryThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> RuleFiles.read(Path.of("nowhere")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no directory nowhere");
    }

    private static Bundle shop() throws IOException {
        return Objects.requireNonNull(
                Rulebook.load(RuleFiles.read(RESOURCES.resolve("shop")), "1").bundle());
    }
}
