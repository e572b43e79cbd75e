package dev.anlass.jobs.advisor.desk.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.anlass.jobs.config.OidcSettings;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider, by which people sign in with the authorization code flow and PKCE.
 *
 * <p>What the provider says of itself is asked for when somebody first signs in, so that the desk starts without it.
 */
public final class OidcProvider {

    /** The claim that names the advisor somebody is. */
    public static final String ADVISOR_CLAIM = "anlass_advisor";

    /** The claim that lists the branches somebody is the head of. */
    public static final String BRANCHES_CLAIM = "anlass_branches";

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int MOST_KEY_BYTES = 1_000_000;

    private final OidcSettings settings;
    private final URI callback;
    private @Nullable Known known;

    /** A sign-in that was begun; its answer has to fit. */
    public record Begun(State state, Nonce nonce, CodeVerifier verifier) {

        public static Begun now() {
            return new Begun(new State(), new Nonce(), new CodeVerifier());
        }
    }

    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

    /**
     * A provider.
     *
     * @param callback where it sends people back to
     */
    public OidcProvider(OidcSettings settings, URI callback) {
        this.settings = settings;
        this.callback = callback;
    }

    /** Where to send somebody to prove who they are. */
    public URI page(Begun begun) throws IOException, SignInRefused {
        return new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE), new Scope("openid", "profile"), clientId(), callback)
                .endpointURI(known().metadata().getAuthorizationEndpointURI())
                .state(begun.state())
                .nonce(begun.nonce())
                .codeChallenge(begun.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Who came back. */
    public Visitor visitor(Begun begun, URI answer) throws IOException, SignInRefused {
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
            if (!begun.state().equals(response.getState())) {
                throw new SignInRefused("the state is another one");
            }
            if (!response.indicatesSuccess()) {
                throw new SignInRefused("the provider refused");
            }
            JWT token = token(begun, response.toSuccessResponse().getAuthorizationCode());
            return visitor(known().validator().validate(token, begun.nonce()));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new SignInRefused(e.getClass().getSimpleName());
        }
    }

    private JWT token(Begun begun, AuthorizationCode code) throws IOException, SignInRefused, ParseException {
        HTTPRequest request = new TokenRequest.Builder(
                        known().metadata().getTokenEndpointURI(),
                        new ClientSecretBasic(
                                clientId(),
                                new com.nimbusds.oauth2.sdk.auth.Secret(
                                        settings.clientSecret().text())),
                        new AuthorizationCodeGrant(code, callback, begun.verifier()))
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(TIMEOUT_MILLIS);
        request.setReadTimeout(TIMEOUT_MILLIS);
        if (OIDCTokenResponseParser.parse(request.send()) instanceof OIDCTokenResponse tokens) {
            return tokens.getOIDCTokens().getIDToken();
        }
        throw new SignInRefused("the provider gave no token for the code");
    }

    private static Visitor visitor(IDTokenClaimsSet claims) {
        String name = claims.getStringClaim("preferred_username");
        List<String> branches = claims.getStringListClaim(BRANCHES_CLAIM);
        return new Visitor(
                name == null ? claims.getSubject().getValue() : name,
                claims.getStringClaim(ADVISOR_CLAIM),
                branches == null ? Set.of() : Set.copyOf(branches));
    }

    private synchronized Known known() throws IOException, SignInRefused {
        Known before = known;
        if (before != null) {
            return before;
        }
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), TIMEOUT_MILLIS, TIMEOUT_MILLIS);
            Known now = new Known(metadata, validator(metadata));
            known = now;
            return now;
        } catch (GeneralException e) {
            throw new SignInRefused("what the provider says of itself cannot be read");
        }
    }

    /** Only keys that the provider alone has count: no algorithm with a shared secret, and not none. */
    private IDTokenValidator validator(OIDCProviderMetadata metadata) throws IOException {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        metadata.getJWKSetURI().toURL(),
                        new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_KEY_BYTES))
                .build();
        return new IDTokenValidator(
                metadata.getIssuer(),
                clientId(),
                new JWSVerificationKeySelector<>(JWSAlgorithm.Family.SIGNATURE, keys),
                null);
    }

    private ClientID clientId() {
        return new ClientID(settings.clientId());
    }
}
