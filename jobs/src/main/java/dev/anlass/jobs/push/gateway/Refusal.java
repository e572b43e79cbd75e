package dev.anlass.jobs.push.gateway;

/** Why a request is not answered, with a way out. */
enum Refusal {
    BAD_REQUEST(
            400,
            "no JSON object with \"token\" and \"outcome\"",
            "Send {\"token\": \"...\", \"outcome\": \"opened\"}."),
    BAD_OUTCOME(400, "unknown outcome", "One of opened, dismissed, accepted, converted."),
    BAD_TOKEN(
            401,
            "the token does not hold",
            "Feedback takes the feedback_token of the message, /in-app the token of the customer's app; both expire."),
    UNKNOWN(404, "nothing is here", "There are POST /feedback and GET /in-app."),
    WRONG_METHOD(405, "wrong method", "There are POST /feedback and GET /in-app."),
    TOO_LARGE(413, "the request is too large", "4 KiB are enough for a token and an outcome."),
    WRONG_TYPE(415, "wrong content type", "Send application/json, or text/plain with the same in it."),
    TOO_OFTEN(429, "too many requests for this customer", "Wait as Retry-After says."),
    BROKEN(500, "a mistake of the gateway", "Its log says where."),
    STARTING(503, "messages are still being read", "Try again in some seconds."),
    FULL(503, "too many apps are open", "Try again later."),
    NOT_KEPT(503, "it could not be kept", "Send it again later; said twice it counts once.");

    private final int status;
    private final String error;
    private final String hint;

    Refusal(int status, String error, String hint) {
        this.status = status;
        this.error = error;
        this.hint = hint;
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String hint() {
        return hint;
    }

    /** As it stands in metrics. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
