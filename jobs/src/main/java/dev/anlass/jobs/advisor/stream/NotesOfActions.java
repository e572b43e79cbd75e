package dev.anlass.jobs.advisor.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.advisor.Change;
import dev.anlass.jobs.advisor.stream.Note.Changed;
import dev.anlass.jobs.advisor.stream.Note.Proposed;
import dev.anlass.jobs.connector.EffectJson;
import dev.anlass.jobs.connector.ProposalJson;
import dev.anlass.jobs.operator.Outgoing;
import dev.anlass.jobs.operator.SoughtBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Takes from the actions those of the advisors' channel. */
public final class NotesOfActions extends RichFlatMapFunction<Outgoing, Note> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String channel;
    private transient SoughtBytes named;

    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    public NotesOfActions(String channel) {
        this.channel = channel;
    }

    @Override
    public void open(OpenContext context) {
        named = new SoughtBytes(("\"channel\":\"" + channel + "\"").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void flatMap(Outgoing action, Collector<Note> out) throws IOException {
        if (!named.areIn(action.value())) {
            return;
        }
        JsonNode event = JSON.readTree(action.value());
        JsonNode data = event.path("data");
        if (!data.path("channel").asText().equals(channel)) {
            return;
        }
        switch (event.path("type").asText()) {
            case EffectJson.ACTION_REQUESTED -> out.collect(new Proposed(ProposalJson.proposal(event)));
            case EffectJson.ACTION_REVOKED -> out.collect(revoked(event, data));
            default -> throw new IllegalStateException("an action of a type that nobody writes");
        }
    }

    private static Changed revoked(JsonNode event, JsonNode data) {
        long time = Instant.parse(data.path("decided_at").asText()).toEpochMilli();
        Change change = new Change(data.path("reason").asText(), null, time);
        return new Changed(
                event.path("subject").asText(), "", data.path("action_id").asText(), change);
    }
}
