package dev.anlass.jobs.push.gateway;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a record stands in the in-app topic; all of a customer stand in one partition. */
public record Position(int partition, long offset) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})-(\\d{1,18})");

    /** The position of an id of an event; empty if there is none. */
    static Optional<Position> of(String id) {
        Matcher text = TEXT.matcher(id);
        return text.matches()
                ? Optional.of(new Position(Integer.parseInt(text.group(1)), Long.parseLong(text.group(2))))
                : Optional.empty();
    }

    /** As the id of an event. */
    String id() {
        return partition + "-" + offset;
    }
}
