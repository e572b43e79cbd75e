package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.desk.SignInRoutes.Ways;
import dev.anlass.jobs.advisor.desk.signin.Attempts;
import dev.anlass.jobs.advisor.desk.signin.LocalUsers;
import dev.anlass.jobs.advisor.desk.signin.OidcProvider;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.DeskSettings;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web page for advisors, as a server. */
public final class Desk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private static final long MOST_BODY_BYTES = 16_384;

    /** Pages run and show only what comes from here; styles of htmx are in our own file. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private final DeskSettings settings;
    private final Entrance entrance;
    private final Cookies cookies;
    private final Porter porter;
    private final Pages pages = new Pages();
    private final Javalin server;

    /**
     * A desk that does not listen yet.
     *
     * @param users who can sign in with a password
     */
    public Desk(DeskSettings settings, LocalUsers users, Seams seams) {
        this.settings = settings;
        this.cookies = new Cookies(settings.address());
        this.porter = new Porter(seams);
        this.entrance = new Entrance(cookies, porter, seams.isBehind(), seams.wall());
        ListRoutes lists = new ListRoutes(seams, porter, pages);
        this.server = Javalin.create(config -> {
            listen(config);
            guard(config.routes);
            Assets.serve(config.routes);
            config.routes.get("/", entrance.signedIn(Desk::home));
            new SignInRoutes(new Ways(users, provider(settings)), new Attempts(seams.wall()), entrance, porter, pages)
                    .serve(config.routes);
            lists.serve(config.routes, entrance);
            new FeedbackRoutes(seams, porter, pages, lists).serve(config.routes, entrance);
            new BranchRoutes(seams, porter, pages).serve(config.routes, entrance);
        });
    }

    /** Begins to listen. */
    public Desk start() {
        server.start();
        return this;
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void listen(JavalinConfig config) {
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = MOST_BODY_BYTES;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    }

    private void guard(RoutesConfig routes) {
        routes.before(this::protect);
        routes.exception(Refused.class, (refused, context) -> refuse(context));
        routes.exception(Exception.class, (broken, context) -> apologise(context, broken));
        routes.error(HttpStatus.NOT_FOUND.getCode(), this::unknown);
    }

    private void protect(Context context) {
        context.header("Content-Security-Policy", CONTENT_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cache-Control", "no-store");
        if (cookies.isSecure()) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static void home(Visit visit) {
        String advisor = visit.visitor().advisor();
        String address = advisor != null
                ? Addresses.lists(advisor)
                : Addresses.branch(visit.visitor().headOf().iterator().next());
        visit.context().redirect(address);
    }

    private void refuse(Context context) {
        if (context.header("HX-Request") != null) {
            context.header("HX-Refresh", "true");
        }
        pages.show(context.status(HttpStatus.FORBIDDEN), new ProblemPage(entrance.frame(context), "refused"));
    }

    /** An address without a page looks like a page that may not be seen. */
    private void unknown(Context context) {
        entrance.session(context)
                .ifPresentOrElse(
                        session -> {
                            porter.nothing(session.visitor(), "page", null);
                            refuse(context);
                        },
                        () -> Entrance.sendToSignIn(context));
    }

    /** Messages of exceptions may hold what belongs to customers, and are not written down. */
    private void apologise(Context context, Exception broken) {
        Exception silent = new IllegalStateException(broken.getClass().getName());
        silent.setStackTrace(broken.getStackTrace());
        LOG.error("a page cannot be shown", silent);
        pages.show(
                context.status(HttpStatus.INTERNAL_SERVER_ERROR), new ProblemPage(entrance.frame(context), "broken"));
    }

    private static @Nullable OidcProvider provider(DeskSettings settings) {
        if (!settings.oidc().isWanted()) {
            return null;
        }
        if (settings.address().isEmpty()) {
            throw new CannotStart("To sign in by OpenID Connect the desk needs the address at which advisors reach it:"
                    + " set desk.address.");
        }
        return new OidcProvider(settings.oidc(), URI.create(settings.address() + SignInRoutes.CALLBACK));
    }
}
