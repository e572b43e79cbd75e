package dev.anlass.jobs.advisor.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.anlass.jobs.advisor.ListStore.Access;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.OidcSettings;
import dev.anlass.jobs.config.Secret;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in by OpenID Connect: what is accepted, and what is refused. */
class OidcSignInTest {

    private static final String ADDRESS = "http://desk.bank.example";

    private final LocalProvider provider = new LocalProvider();
    private final DeskWorld world = new DeskWorld(ADDRESS, settings());
    private final DeskClient browser = new DeskClient(world.url());

    private OidcSettings settings() {
        return new OidcSettings(provider.issuer(), "anlass-desk", new Secret(LocalProvider.SECRET));
    }

    @AfterEach
    void close() {
        world.close();
        provider.close();
    }

    @Test
    void claimsSayWhatSomebodyMaySee() {
        assertThat(browser.get("/sign-in").body()).contains("href=\"/oidc\"");
        assertThat(DeskClient.location(signIn())).isEqualTo("/");
        assertThat(browser.get("/lists/" + DeskWorld.ANNA).statusCode()).isEqualTo(200);
        assertThat(browser.get("/lists/" + DeskWorld.BEN).statusCode()).isEqualTo(403);
        assertThat(world.lists.accesses())
                .extracting(Access::user, Access::what, Access::allowed)
                .startsWith(tuple("anna", "signed_in", true));
    }

    @Test
    void aHeadIsTheHeadOfTheBranchesOfTheClaim() {
        provider.claims = said -> said.claim("anlass_advisor", null).claim("anlass_branches", List.of("branch-2"));
        assertThat(DeskClient.location(signIn())).isEqualTo("/");
        assertThat(browser.get("/branches/branch-2").statusCode()).isEqualTo(200);
        assertThat(browser.get("/branches/branch-1").statusCode()).isEqualTo(403);
    }

    @Test
    void whoHasNoRoleIsNotLetIn() {
        provider.claims = said -> said.claim("anlass_advisor", null);
        assertRefused();
    }

    @Test
    void anotherNonceIsRefused() {
        refuses(said -> said.claim("nonce", "another"));
    }

    @Test
    void anotherAudienceIsRefused() {
        refuses(said -> said.audience("another-client"));
    }

    @Test
    void anotherIssuerIsRefused() {
        refuses(said -> said.issuer("http://another.example"));
    }

    @Test
    void aTokenThatExpiredIsRefused() {
        refuses(said -> said.expirationTime(Date.from(Instant.parse("2021-01-01T00:00:00Z"))));
    }

    @Test
    void anotherSignatureIsRefused() {
        provider.signsWithAnotherKey = true;
        assertRefused();
    }

    @Test
    void anotherStateIsRefused() {
        String back = provider.signIn(DeskClient.location(browser.get("/oidc")));
        HttpResponse<String> answer = browser.get("/oidc/callback" + back + "x");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void anAnswerWithoutABeginningIsRefused() {
        String back = provider.signIn(DeskClient.location(browser.get("/oidc")));
        DeskClient another = new DeskClient(world.url());
        assertThat(another.get("/oidc/callback" + back).statusCode()).isEqualTo(403);
    }

    @Test
    void anAnswerCountsOnce() {
        String back = provider.signIn(DeskClient.location(browser.get("/oidc")));
        assertThat(browser.get("/oidc/callback" + back).statusCode()).isEqualTo(303);
        assertThat(browser.get("/oidc/callback" + back).statusCode()).isEqualTo(403);
    }

    @Test
    void withoutTheProviderThePageSaysSo() {
        provider.close();
        assertThat(browser.get("/oidc").statusCode()).isEqualTo(503);
    }

    @Test
    void theAddressIsNeeded() {
        assertThatThrownBy(() -> new DeskWorld("", settings()).close())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("desk.address");
    }

    private void refuses(UnaryOperator<JWTClaimsSet.Builder> claims) {
        provider.claims = claims;
        assertRefused();
    }

    private void assertRefused() {
        assertThat(signIn().statusCode()).isEqualTo(403);
        assertThat(DeskClient.location(browser.get("/lists/" + DeskWorld.ANNA))).isEqualTo("/sign-in");
        assertThat(world.lists.accesses())
                .extracting(Access::what, Access::allowed)
                .containsExactly(tuple("signed_in", false));
    }

    private HttpResponse<String> signIn() {
        return browser.get("/oidc/callback" + provider.signIn(DeskClient.location(browser.get("/oidc"))));
    }
}
