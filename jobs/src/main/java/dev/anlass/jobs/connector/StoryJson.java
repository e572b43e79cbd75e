package dev.anlass.jobs.connector;

import java.util.Map;

/** Data of the engine as a JSON object: a story, or a customer's consent records. */
public final class StoryJson {

    private StoryJson() {}

    public static byte[] bytes(Map<String, Object> data) {
        return ObjectWriter.bytes(object -> {
            for (Map.Entry<String, Object> entry : data.entrySet()) {
                object.value(entry.getKey(), entry.getValue());
            }
        });
    }
}
