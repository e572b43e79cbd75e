package dev.anlass.jobs.advisor.desk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An OpenID Connect provider that signs whatever a test wants, and takes a code only with its proof. */
final class LocalProvider implements AutoCloseable {

    static final String SECRET = "between us";
    private static final String CLIENT = "anlass-desk";
    private static final String CODE = "code-1";
    private static final Date FAR = Date.from(Instant.parse("2100-01-01T00:00:00Z"));
    private static final Date LONG_AGO = Date.from(Instant.parse("2020-01-01T00:00:00Z"));

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey other;
    private String nonce = "";
    private String challenge = "";

    /** What the token says; changed by tests that want a bad one. */
    UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();

    boolean signsWithAnotherKey;

    LocalProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("k").generate();
            other = new RSAKeyGenerator(2048).keyID("k").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException e) {
            throw new AssertionError(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Signs somebody in who was sent here; the query with which they go back. */
    String signIn(String page) {
        Map<String, List<String>> asked = URLUtils.parseParameters(page.substring(page.indexOf('?') + 1));
        nonce = asked.get("nonce").get(0);
        challenge = asked.get("code_challenge").get(0);
        return "?code=" + CODE + "&state=" + asked.get("state").get(0);
    }

    private String metadata() {
        return """
                {"issuer": "URL", "authorization_endpoint": "URL/authorize", "token_endpoint": "URL/token",
                 "jwks_uri": "URL/keys", "subject_types_supported": ["public"], "response_types_supported": ["code"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.replace("URL", issuer());
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> given = URLUtils.parseParameters(body);
        CodeChallenge proved = CodeChallenge.compute(
                CodeChallengeMethod.S256,
                new CodeVerifier(given.get("code_verifier").get(0)));
        String basic = "Basic "
                + Base64.getEncoder().encodeToString((CLIENT + ":between+us").getBytes(StandardCharsets.UTF_8));
        boolean isRight = proved.getValue().equals(challenge)
                && given.get("code").equals(List.of(CODE))
                && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        answer(
                exchange,
                isRight ? 200 : 400,
                isRight
                        ? "{\"access_token\": \"t\", \"token_type\": \"Bearer\", \"id_token\": \"" + signed() + "\"}"
                        : "{\"error\": \"invalid_grant\"}");
    }

    private String signed() {
        JWTClaimsSet.Builder said = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("u-1")
                .audience(CLIENT)
                .claim("nonce", nonce)
                .claim("preferred_username", "anna")
                .claim("anlass_advisor", DeskWorld.ANNA)
                .issueTime(LONG_AGO)
                .expirationTime(FAR);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(),
                claims.apply(said).build());
        try {
            token.sign(new RSASSASigner(signsWithAnotherKey ? other : key));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }

    private static void answer(HttpExchange exchange, int status, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
