package dev.anlass.jobs.push.gateway;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Set;

/** Which web pages of other addresses may read the answers (CORS). Apps that are no web pages need none of this. */
final class Origins {

    /** How long a browser remembers the answer, in seconds. */
    private static final String REMEMBERED = "600";

    private final Set<String> origins;

    Origins(Set<String> origins) {
        this.origins = origins;
    }

    void serve(RoutesConfig routes) {
        routes.before(this::mark);
        routes.options("/feedback", context -> answer(context, "POST"));
        routes.options("/in-app", context -> answer(context, "GET"));
    }

    private void mark(Context context) {
        context.header("Vary", "Origin");
        String origin = context.header("Origin");
        if (origin != null && origins.contains(origin)) {
            context.header("Access-Control-Allow-Origin", origin);
        }
    }

    private void answer(Context context, String method) {
        String origin = context.header("Origin");
        if (origin != null && origins.contains(origin)) {
            context.header("Access-Control-Allow-Methods", method)
                    .header("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID")
                    .header("Access-Control-Max-Age", REMEMBERED);
        }
        context.status(HttpStatus.NO_CONTENT);
    }
}
