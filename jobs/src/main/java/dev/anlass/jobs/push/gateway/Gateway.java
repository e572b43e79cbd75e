package dev.anlass.jobs.push.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.anlass.jobs.config.GatewaySettings;
import dev.anlass.jobs.push.AppTokens;
import dev.anlass.jobs.push.gateway.Counts.Count;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What apps talk to, as a server. */
public final class Gateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private static final long HEARTBEAT_SECONDS = 15;

    /** Pages run and show only what comes from here. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final GatewaySettings settings;
    private final OpenApps apps;
    private final BooleanSupplier isBehind;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(beats -> {
        Thread thread = new Thread(beats, "gateway-heartbeat");
        thread.setDaemon(true);
        return thread;
    });
    private final Javalin server;

    /**
     * What the gateway needs.
     *
     * @param isBehind whether messages cannot be read at the moment
     * @param wall tells the time
     */
    public record Seams(
            AppTokens tokens, OpenApps apps, AppEventTaker events, BooleanSupplier isBehind, InstantSource wall) {}

    /** A gateway that does not listen yet. */
    public Gateway(GatewaySettings settings, Seams seams) {
        this.settings = settings;
        this.apps = seams.apps();
        this.isBehind = seams.isBehind();
        Allowance allowance = new Allowance(seams.wall());
        this.server = Javalin.create(config -> {
            listen(config);
            guard(config.routes);
            new Origins(settings.origins()).serve(config.routes);
            new FeedbackRoute(seams.tokens(), seams.events(), allowance, apps.counts(), seams.wall())
                    .serve(config.routes);
            new InAppRoute(seams.tokens(), apps, allowance, seams.wall()).serve(config.routes);
            config.routes.get("/health", this::health);
            config.routes.get("/metrics", this::metrics);
            Pages.serve(config.routes);
        });
    }

    /** Begins to listen. */
    public Gateway start() {
        server.start();
        Future<?> unused =
                heart.scheduleWithFixedDelay(apps::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        heart.shutdownNow();
        apps.endAll();
        server.stop();
    }

    private void listen(JavalinConfig config) {
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    }

    private void guard(RoutesConfig routes) {
        routes.before(Gateway::protect);
        routes.exception(Refused.class, (refused, context) -> refuse(context, refused.refusal()));
        routes.exception(CompletionException.class, this::unpack);
        routes.exception(Exception.class, this::apologise);
        routes.error(HttpStatus.NOT_FOUND.getCode(), context -> refuse(context, Refusal.UNKNOWN));
        routes.error(HttpStatus.METHOD_NOT_ALLOWED.getCode(), context -> refuse(context, Refusal.WRONG_METHOD));
    }

    private static void protect(Context context) {
        context.header("Content-Security-Policy", CONTENT_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }

    private void refuse(Context context, Refusal refusal) {
        apps.counts().add(Count.REFUSED, refusal.word());
        if (refusal == Refusal.TOO_OFTEN) {
            context.header("Retry-After", Long.toString(Allowance.waitSeconds()));
        }
        var body = JsonNodeFactory.instance.objectNode().put("error", refusal.error());
        context.status(refusal.status())
                .contentType("application/json")
                .result(body.put("hint", refusal.hint()).toString());
    }

    private void unpack(CompletionException failure, Context context) {
        if (failure.getCause() instanceof Refused refused) {
            refuse(context, refused.refusal());
        } else {
            apologise(failure, context);
        }
    }

    /** Messages of exceptions may hold what belongs to customers, or tokens, and are not written down. */
    private void apologise(Exception broken, Context context) {
        Exception silent = new IllegalStateException(broken.getClass().getName());
        silent.setStackTrace(broken.getStackTrace());
        LOG.error("a request cannot be answered", silent);
        refuse(context, Refusal.BROKEN);
    }

    /** Where messages are not read for the moment, feedback may still be taken, and others are not better off. */
    private void health(Context context) {
        String status = apps.isReady() ? (isBehind.getAsBoolean() ? "behind" : "ok") : "starting";
        context.status(apps.isReady() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType("application/json")
                .result("{\"status\":\"" + status + "\"}");
    }

    private void metrics(Context context) {
        context.contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(apps.counts().text(apps.gauges()));
    }
}
