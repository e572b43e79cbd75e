package dev.anlass.jobs.replay;

import dev.anlass.engine.event.Rejection;
import dev.anlass.engine.step.Effect;
import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.connector.EffectJson;
import dev.anlass.jobs.connector.file.EventLine;
import dev.anlass.jobs.connector.file.JsonLinesFile;
import dev.anlass.jobs.operator.CustomerKeys;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The directory that a replay writes: actions, decisions and rejected records. */
public final class ReplayOutput implements Closeable {

    /** A replay is not given the secret of a job. */
    private static final CustomerKeys KEYS = new CustomerKeys(Secret.NONE);

    private final JsonLinesFile actions;
    private final JsonLinesFile decisions;
    private final JsonLinesFile rejected;

    private ReplayOutput(JsonLinesFile actions, JsonLinesFile decisions, JsonLinesFile rejected) {
        this.actions = actions;
        this.decisions = decisions;
        this.rejected = rejected;
    }

    /** Writes into the directory, which is made if it is missing. */
    public static ReplayOutput in(Path directory) throws IOException {
        Files.createDirectories(directory);
        return new ReplayOutput(
                JsonLinesFile.create(directory.resolve("actions.ndjson")),
                JsonLinesFile.create(directory.resolve("decisions.ndjson")),
                JsonLinesFile.create(directory.resolve("rejected.ndjson")));
    }

    /**
     * Writes an effect where it belongs.
     *
     * @param cause the line that the effect is about; null where only time has passed
     */
    void write(Effect effect, @Nullable EventLine cause) throws IOException {
        if (effect instanceof Effect.Request request) {
            actions.write(EffectJson.action(request.action()));
        } else if (effect instanceof Effect.Revoke revoke) {
            actions.write(EffectJson.revocation(revoke.revocation()));
        } else if (effect instanceof Effect.Record record) {
            decisions.write(EffectJson.decision(record.decision()));
        } else if (effect instanceof Effect.Erased erased) {
            decisions.write(EffectJson.erased(erased, KEYS.of(erased.customer())));
        } else if (effect instanceof Effect.Reject reject && cause != null) {
            reject(reject.rejection(), cause);
        }
    }

    void reject(Rejection rejection, EventLine line) throws IOException {
        rejected.write(EffectJson.rejected(rejection, line.source(), line.sha256()));
    }

    @Override
    public void close() throws IOException {
        try (actions;
                decisions) {
            rejected.close();
        }
    }
}
