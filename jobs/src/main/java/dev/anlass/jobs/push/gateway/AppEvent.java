package dev.anlass.jobs.push.gateway;

/** What the gateway tells the engine. */
public sealed interface AppEvent {

    String customer();

    /** An app said what became of an action; time in milliseconds since 1970. */
    record Feedback(String customer, String actionId, Outcome outcome, long time) implements AppEvent {

        /** Not the customer. */
        @Override
        public String toString() {
            return outcome.word() + " of " + actionId;
        }
    }

    /** A message got to an open app; times in milliseconds since 1970. */
    record Delivered(String customer, String actionId, long revision, long expiresAt, long time) implements AppEvent {

        /** Not the customer. */
        @Override
        public String toString() {
            return "delivered " + actionId + " revision " + revision;
        }
    }
}
