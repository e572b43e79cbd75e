package dev.anlass.jobs.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.Secret;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A token permits what it was made for, until it expires, and nobody else can make one. */
class AppTokensTest {

    private static final long NOW = 1_772_452_800_000L;
    private static final long LATER = NOW + 60_000;

    private final AppTokens tokens = new AppTokens(new Secret("a secret that is long enough for this"));

    @Test
    void permitsFeedbackOnOneActionOfOneCustomer() {
        assertThat(tokens.feedback(tokens.forFeedback("änna \"1\"", "a-1", LATER), NOW))
                .contains(new AppTokens.Feedback("änna \"1\"", "a-1", LATER));
    }

    @Test
    void permitsToReadTheMessagesOfOneCustomer() {
        assertThat(tokens.app(tokens.forApp("anna", LATER), NOW)).contains(new AppTokens.App("anna", LATER));
    }

    @Test
    void isOfOneUseOnly() {
        assertThat(tokens.app(tokens.forFeedback("anna", "a-1", LATER), NOW)).isEmpty();
        assertThat(tokens.feedback(tokens.forApp("anna", LATER), NOW)).isEmpty();
    }

    @Test
    void expires() {
        assertThat(tokens.app(tokens.forApp("anna", LATER), LATER - 1)).isPresent();
        assertThat(tokens.app(tokens.forApp("anna", LATER), LATER)).isEmpty();
    }

    @Test
    void isOfNoUseWithAnotherSecretAnotherContentOrNone() {
        String token = tokens.forApp("anna", LATER);
        String[] parts = token.split("\\.", -1);
        String other = tokens.forApp("ben", LATER).split("\\.", -1)[1];
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        AppTokens foreign = new AppTokens(new Secret("another secret that is long enough too"));
        assertThat(foreign.app(token, NOW)).isEmpty();
        for (String bad :
                new String[] {parts[0] + "." + other + "." + parts[2], none + "." + parts[1] + ".", "x", ""}) {
            assertThat(tokens.app(bad, NOW)).as(bad).isEmpty();
        }
    }

    @Test
    void aShortSecretSignsNothing() {
        assertThatThrownBy(() -> new AppTokens(new Secret("short")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("ANLASS_PUSH_TOKEN_SECRET_FILE")
                .hasMessageNotContaining("short:");
    }
}
