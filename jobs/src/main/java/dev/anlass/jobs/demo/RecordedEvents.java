package dev.anlass.jobs.demo;

import dev.anlass.jobs.connector.file.EventLine;
import dev.anlass.jobs.connector.file.EventLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of one or more files, one file after the other. */
public final class RecordedEvents implements EventStream {

    private final Deque<Path> files;
    private @Nullable EventLines open;

    public RecordedEvents(List<Path> files) {
        this.files = new ArrayDeque<>(files);
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        EventLine line = open == null ? null : open.next();
        while (line == null && !files.isEmpty()) {
            close();
            open = EventLines.of(files.remove());
            line = open.next();
        }
        return line == null ? null : line.bytes();
    }

    @Override
    public long rhythmFrom() {
        return Long.MIN_VALUE;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
