package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.desk.signin.Attempts;
import dev.anlass.jobs.advisor.desk.signin.LocalUsers;
import dev.anlass.jobs.advisor.desk.signin.OidcProvider;
import dev.anlass.jobs.advisor.desk.signin.OidcProvider.Begun;
import dev.anlass.jobs.advisor.desk.signin.SignInRefused;
import dev.anlass.jobs.advisor.desk.signin.Tickets;
import dev.anlass.jobs.advisor.desk.signin.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in with a password or by OpenID Connect, and signing out. */
final class SignInRoutes {

    static final String CALLBACK = "/oidc/callback";

    private static final Logger LOG = LoggerFactory.getLogger(SignInRoutes.class);
    private static final String SIGNED_IN = "signed_in";
    private static final String UNKNOWN = "unknown";
    private static final int LONGEST_FIELD = 200;

    private final LocalUsers users;
    private final @Nullable OidcProvider provider;
    private final Attempts attempts;
    private final Entrance entrance;
    private final Porter porter;
    private final Pages pages;

    SignInRoutes(Ways ways, Attempts attempts, Entrance entrance, Porter porter, Pages pages) {
        this.users = ways.users();
        this.provider = ways.provider();
        this.attempts = attempts;
        this.entrance = entrance;
        this.porter = porter;
        this.pages = pages;
    }

    /** How people can sign in. */
    record Ways(LocalUsers users, @Nullable OidcProvider provider) {}

    void serve(RoutesConfig routes) {
        routes.get(Entrance.SIGN_IN, context -> show(context, HttpStatus.OK, null))
                .post(Entrance.SIGN_IN, this::byPassword)
                .post("/sign-out", entrance.posted(this::signOut));
        if (provider != null) {
            routes.get("/oidc", this::toProvider).get(CALLBACK, this::fromProvider);
        }
    }

    private void show(Context context, HttpStatus status, @Nullable String problem) {
        Guest guest = new Guest(Tickets.number(), null);
        entrance.remember(context, guest);
        Frame asked = entrance.frame(context);
        Frame frame = new Frame(asked.words(), null, guest.token(), Entrance.SIGN_IN, false);
        pages.show(context.status(status), new SignInPage(frame, !users.isEmpty(), provider != null, problem));
    }

    private void byPassword(Context context) {
        String name = field(context, "name");
        boolean isOurForm = entrance.takeGuest(context)
                .filter(guest -> Entrance.same(guest.token(), context.formParam(Entrance.TOKEN)))
                .isPresent();
        if (!isOurForm) {
            fail(context, name, HttpStatus.FORBIDDEN, "problem.form_too_old");
        } else if (!attempts.mayTry(name)) {
            fail(context, name, HttpStatus.TOO_MANY_REQUESTS, "problem.too_many_tries");
        } else {
            Optional<Visitor> visitor = users.signIn(name, field(context, "password"));
            visitor.ifPresent(known -> attempts.succeeded(name));
            enter(context, name, visitor);
        }
    }

    private void enter(Context context, String name, Optional<Visitor> visitor) {
        if (visitor.isEmpty()) {
            fail(context, name, HttpStatus.FORBIDDEN, "problem.wrong_password");
        } else if (!visitor.get().hasRole()) {
            fail(context, name, HttpStatus.FORBIDDEN, "problem.no_role");
        } else {
            porter.note(visitor.get().name(), SIGNED_IN, true);
            entrance.letIn(context, visitor.get());
            context.redirect("/", HttpStatus.SEE_OTHER);
        }
    }

    /** What was typed as an unknown name may be a password, and is not written down. */
    private void fail(Context context, String name, HttpStatus status, String problem) {
        porter.note(users.knows(name) ? name : UNKNOWN, SIGNED_IN, false);
        show(context, status, problem);
    }

    private void signOut(Visit visit) {
        porter.note(visit.visitor().name(), "signed_out", true);
        entrance.letOut(visit.context());
        visit.context().redirect(Entrance.SIGN_IN, HttpStatus.SEE_OTHER);
    }

    private void toProvider(Context context) {
        Begun begun = Begun.now();
        try {
            URI page = Objects.requireNonNull(provider).page(begun);
            entrance.remember(context, new Guest(Tickets.number(), begun));
            context.redirect(page.toString());
        } catch (IOException | SignInRefused e) {
            LOG.warn("the provider cannot be used: {}", e.getClass().getName());
            show(context, HttpStatus.SERVICE_UNAVAILABLE, "problem.provider");
        }
    }

    private void fromProvider(Context context) {
        Begun begun = entrance.takeGuest(context).map(Guest::begun).orElse(null);
        if (begun == null) {
            fail(context, UNKNOWN, HttpStatus.FORBIDDEN, "problem.form_too_old");
            return;
        }
        try {
            URI answer = URI.create(CALLBACK + "?" + context.queryString());
            Visitor visitor = Objects.requireNonNull(provider).visitor(begun, answer);
            enter(context, visitor.name(), Optional.of(visitor));
        } catch (SignInRefused | IllegalArgumentException e) {
            LOG.warn("an answer of the provider was refused: {}", e.getClass().getName());
            fail(context, UNKNOWN, HttpStatus.FORBIDDEN, "problem.provider_refused");
        } catch (IOException e) {
            LOG.warn("the provider cannot be reached: {}", e.getClass().getName());
            show(context, HttpStatus.SERVICE_UNAVAILABLE, "problem.provider");
        }
    }

    private static String field(Context context, String name) {
        String text = context.formParam(name);
        return text == null || text.length() > LONGEST_FIELD ? "" : text;
    }
}
