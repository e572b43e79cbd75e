package dev.anlass.jobs.push.gateway;

/** What the in-app topic says. */
public sealed interface InAppNews {

    String customer();

    /**
     * Show it until it expires or is taken back.
     *
     * @param time when that was said, in milliseconds since 1970
     * @param expiresAt in milliseconds since 1970
     * @param json what apps are told, one line
     */
    record Posted(
            String customer, String actionId, long revision, String collapseKey, long time, long expiresAt, String json)
            implements InAppNews {

        /** Neither customer nor text. */
        @Override
        public String toString() {
            return "posted " + actionId + " revision " + revision;
        }
    }

    /** Show it no longer; time in milliseconds since 1970. */
    record TakenBack(String customer, String actionId, long revision, long time) implements InAppNews {

        /** Not the customer. */
        @Override
        public String toString() {
            return "taken back " + actionId + " revision " + revision;
        }
    }

    /** Keep nothing of this customer. */
    record Erased(String customer) implements InAppNews {

        /** Not the customer. */
        @Override
        public String toString() {
            return "erased";
        }
    }
}
