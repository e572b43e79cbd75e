package dev.anlass.engine.event;

import org.jspecify.annotations.Nullable;

/** An attribute of the CloudEvents envelope that means something to the engine. */
enum EnvelopeAttribute {
    ID(0, "id"),
    SOURCE(1, "source"),
    TYPE(2, "type"),
    SUBJECT(3, "subject"),
    TIME(4, "time"),
    SEQUENCE(5, "sequence"),
    RECORDED_TIME(6, "recordedtime"),
    DATA_BASE64(7, "data_base64");

    private final int place;
    private final String word;

    EnvelopeAttribute(int place, String word) {
        this.place = place;
        this.word = word;
    }

    /** Among all, from 0. */
    int place() {
        return place;
    }

    /** Whether many events have the same value. */
    boolean isOneOfFew() {
        return this == SOURCE || this == TYPE;
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
