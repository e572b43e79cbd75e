package dev.anlass.engine.scenario;

import dev.anlass.engine.decide.Action;
import dev.anlass.engine.decide.Decision.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that a scenario expects to happen. What it does not say may be anything. */
sealed interface Expectation {

    /** The reason of those who lost against another candidate, without the winner. */
    String OUTRANKED = "outranked";

    /** In milliseconds since 1970. */
    long time();

    boolean isMetBy(Happening happening);

    /** As the report says it, without the time. */
    String words();

    /** An action goes out. */
    record Emitted(
            long time,
            String action,
            @Nullable String trigger,
            @Nullable String channel,
            @Nullable String text,
            Map<String, Object> payload)
            implements Expectation {

        @Override
        public boolean isMetBy(Happening happening) {
            Action sent = happening.action();
            return sent != null
                    && happening.time() == time
                    && sent.name().equals(action)
                    && (trigger == null || sent.trigger().equals(trigger))
                    && (channel == null || sent.channel().equals(channel))
                    && (text == null || text.equals(sent.text()))
                    && PayloadValues.contain(sent.payload(), payload);
        }

        @Override
        public String words() {
            StringBuilder words = new StringBuilder("action ").append(action);
            append(words, " by ", trigger);
            append(words, " on ", channel);
            if (!payload.isEmpty()) {
                words.append(' ').append(PayloadValues.words(payload));
            }
            append(words, " ", text == null ? null : "\"" + text + "\"");
            return words.toString();
        }
    }

    /** A match is refused, or taken back. */
    record Told(
            long time,
            Outcome outcome,
            String trigger,
            @Nullable String reason) implements Expectation {

        @Override
        public boolean isMetBy(Happening happening) {
            return happening.time() == time
                    && happening.trigger().equals(trigger)
                    && outcomeFits(happening.outcome())
                    && reasonFits(happening.reason());
        }

        /** Who won need not be said. */
        private boolean reasonFits(@Nullable String happened) {
            boolean saysLost = OUTRANKED.equals(reason) && happened != null && happened.startsWith(OUTRANKED + ":");
            return reason == null || saysLost || reason.equals(happened);
        }

        /** A vanished match whose action went out may be called revoked as well. */
        private boolean outcomeFits(Outcome happened) {
            boolean calledRevoked = outcome == Outcome.REVOKED && "vanished".equals(reason);
            return happened == outcome || (calledRevoked && happened == Outcome.VANISHED);
        }

        @Override
        public String words() {
            StringBuilder words = new StringBuilder(outcome.word()).append(' ').append(trigger);
            append(words, ", ", reason);
            return words.toString();
        }
    }

    private static void append(StringBuilder words, String before, @Nullable String word) {
        if (word != null) {
            words.append(before).append(word);
        }
    }
}
