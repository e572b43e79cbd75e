package dev.anlass.engine.explain;

import dev.anlass.engine.decide.Verdict;
import dev.anlass.engine.match.Happening;
import dev.anlass.engine.match.Prospect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one trigger stands with the customer at the end of a story.
 *
 * @param firstStep the event type that begins it; empty for a schedule
 * @param verdicts candidates that are held and actions that are out and unexpired
 * @param lastFailure what last kept it from going on; null if nothing did
 * @param failedAt when that was, in milliseconds since 1970
 * @param isFirstStepSeen whether an event of the first step's type has come
 */
public record Outlook(
        Prospect prospect,
        String firstStep,
        List<Verdict> verdicts,
        @Nullable Happening lastFailure,
        long failedAt,
        boolean isFirstStepSeen) {

    public Outlook {
        verdicts = List.copyOf(verdicts);
    }
}
