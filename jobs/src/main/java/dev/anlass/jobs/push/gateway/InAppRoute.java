package dev.anlass.jobs.push.gateway;

import dev.anlass.jobs.push.AppTokens;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** {@code GET /in-app}: the messages of a customer as server-sent events, for as long as the app is open. */
final class InAppRoute {

    private static final String BEARER = "Bearer ";

    private final AppTokens tokens;
    private final OpenApps apps;
    private final Allowance allowance;
    private final InstantSource wall;

    InAppRoute(AppTokens tokens, OpenApps apps, Allowance allowance, InstantSource wall) {
        this.tokens = tokens;
        this.apps = apps;
        this.allowance = allowance;
        this.wall = wall;
    }

    void serve(RoutesConfig routes) {
        routes.get("/in-app", this::open);
    }

    private void open(Context context) throws IOException {
        AppTokens.App app = tokens.app(token(context), wall.millis()).orElseThrow(() -> new Refused(Refusal.BAD_TOKEN));
        if (!allowance.mayAsk(app.customer())) {
            throw new Refused(Refusal.TOO_OFTEN);
        }
        if (!apps.isReady()) {
            throw new Refused(Refusal.STARTING);
        }
        if (!apps.hasRoom()) {
            throw new Refused(Refusal.FULL);
        }
        context.req().startAsync().setTimeout(0);
        ServletOutputStream stream = begin(context.res());
        Connection connection = new Connection(app.customer(), now -> now < app.expiresAt(), stream, apps::delivered);
        stream.setWriteListener(connection);
        apps.connect(connection, lastId(context));
        context.future(() -> connection.ended().thenRun(() -> apps.leave(connection)));
    }

    private static ServletOutputStream begin(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("X-Accel-Buffering", "no"); // Otherwise nginx keeps what is written until there is more.
        return response.getOutputStream();
    }

    private static String token(Context context) {
        String header = context.header("Authorization");
        if (header != null && header.startsWith(BEARER)) {
            return header.substring(BEARER.length());
        }
        String query = context.queryParam("token");
        return query == null ? "" : query;
    }

    private static @Nullable String lastId(Context context) {
        String header = context.header("Last-Event-ID");
        String last = header == null || header.isEmpty() ? context.queryParam("last") : header;
        return last == null || last.isEmpty() ? null : last;
    }
}
