package dev.anlass.jobs.push.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One of the server-sent events of the HTML standard.
 *
 * @param id from which an app that comes back goes on; empty if it then has to begin anew, null if that does not change
 * @param data JSON in one line
 * @param message that comes with it; null for others
 */
record ServerEvent(
        @Nullable String id,
        String name,
        String data,
        @Nullable OpenMessage message) implements Piece {

    /** Forget what is shown: what follows is everything. */
    static final ServerEvent RESET = new ServerEvent("", "reset", "{}", null);

    static ServerEvent message(OpenMessage message) {
        return new ServerEvent(
                message.position().id(), "message", message.posted().json(), message);
    }

    static ServerEvent takenBack(String actionId, @Nullable Position position) {
        String json =
                JsonNodeFactory.instance.objectNode().put("action_id", actionId).toString();
        return new ServerEvent(position == null ? null : position.id(), "taken_back", json, null);
    }

    @Override
    public byte[] bytes() {
        String text = (id == null ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: " + data + "\n\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Neither text nor payload. */
    @Override
    public String toString() {
        return name + (message == null ? "" : " " + message);
    }
}
