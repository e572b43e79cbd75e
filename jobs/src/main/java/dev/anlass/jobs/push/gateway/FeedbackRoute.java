package dev.anlass.jobs.push.gateway;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.push.AppTokens;
import dev.anlass.jobs.push.gateway.Counts.Count;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /feedback}: an app says what became of an action. */
final class FeedbackRoute {

    static final int MOST_BODY_BYTES = 4_096;

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final AppTokens tokens;
    private final AppEventTaker events;
    private final Allowance allowance;
    private final Counts counts;
    private final InstantSource wall;

    FeedbackRoute(AppTokens tokens, AppEventTaker events, Allowance allowance, Counts counts, InstantSource wall) {
        this.tokens = tokens;
        this.events = events;
        this.allowance = allowance;
        this.counts = counts;
        this.wall = wall;
    }

    void serve(RoutesConfig routes) {
        routes.post("/feedback", this::take);
    }

    /** What was sent. */
    private record Sent(String token, String outcome) {}

    private void take(Context context) throws IOException {
        AppEvent.Feedback feedback = feedback(sent(context));
        context.future(() -> events.take(feedback).handle((kept, failure) -> {
            if (failure != null) {
                throw new Refused(Refusal.NOT_KEPT);
            }
            counts.add(Count.FEEDBACK, feedback.outcome().word());
            context.status(HttpStatus.ACCEPTED);
            return null;
        }));
    }

    private AppEvent.Feedback feedback(Sent sent) {
        Outcome outcome = Outcome.of(sent.outcome()).orElseThrow(() -> new Refused(Refusal.BAD_OUTCOME));
        AppTokens.Feedback permitted =
                tokens.feedback(sent.token(), wall.millis()).orElseThrow(() -> new Refused(Refusal.BAD_TOKEN));
        if (!allowance.mayAsk(permitted.customer())) {
            throw new Refused(Refusal.TOO_OFTEN);
        }
        return new AppEvent.Feedback(permitted.customer(), permitted.actionId(), outcome, wall.millis());
    }

    private static Sent sent(Context context) throws IOException {
        if (!isOfRightType(context.contentType())) {
            throw new Refused(Refusal.WRONG_TYPE);
        }
        byte[] body = context.req().getInputStream().readNBytes(MOST_BODY_BYTES + 1);
        if (body.length > MOST_BODY_BYTES) {
            throw new Refused(Refusal.TOO_LARGE);
        }
        return read(body).orElseThrow(() -> new Refused(Refusal.BAD_REQUEST));
    }

    private static Optional<Sent> read(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            JsonNode token = json.path("token");
            JsonNode outcome = json.path("outcome");
            return token.isTextual() && outcome.isTextual()
                    ? Optional.of(new Sent(token.asText(), outcome.asText()))
                    : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** {@code navigator.sendBeacon} sends text, and a request with text needs no question before it. */
    private static boolean isOfRightType(@Nullable String type) {
        if (type == null) {
            return false;
        }
        String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return bare.equals("application/json") || bare.equals("text/plain");
    }
}
