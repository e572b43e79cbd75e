package dev.anlass.engine.event;

import org.jspecify.annotations.Nullable;

/** An attribute of the CloudEvents envelope that means something to the engine. */
enum EnvelopeAttribute {
    ID("id"),
    SOURCE("source"),
    TYPE("type"),
    SUBJECT("subject"),
    TIME("time"),
    SEQUENCE("sequence"),
    RECORDED_TIME("recordedtime"),
    DATA_BASE64("data_base64");

    private final String word;

    EnvelopeAttribute(String word) {
        this.word = word;
    }

    /** Its name in the event. */
    String word() {
        return word;
    }

    static @Nullable EnvelopeAttribute of(String word) {
        return switch (word) {
            case "id" -> ID;
            case "source" -> SOURCE;
            case "type" -> TYPE;
            case "subject" -> SUBJECT;
            case "time" -> TIME;
            case "sequence" -> SEQUENCE;
            case "recordedtime" -> RECORDED_TIME;
            case "data_base64" -> DATA_BASE64;
            default -> null;
        };
    }
}
