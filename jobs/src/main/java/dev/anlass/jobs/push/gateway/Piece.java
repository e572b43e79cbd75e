package dev.anlass.jobs.push.gateway;

import java.nio.charset.StandardCharsets;

/** What is written to an open app at once. */
sealed interface Piece permits ServerEvent, Piece.Comment {

    /** So that each side sees that the other is there. */
    Comment HEARTBEAT = new Comment(":\n\n");

    /** How long to wait before connecting again, in milliseconds. */
    Comment BEGINNING = new Comment("retry: 3000\n\n");

    byte[] bytes();

    /** What is no event. */
    record Comment(String text) implements Piece {

        @Override
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
