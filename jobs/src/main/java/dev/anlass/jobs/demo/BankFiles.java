package dev.anlass.jobs.demo;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.Feedback;
import dev.anlass.jobs.advisor.Offices;
import dev.anlass.jobs.advisor.sheet.ListSheets;
import dev.anlass.jobs.connector.FeedbackJson;
import dev.anlass.jobs.connector.file.JsonLinesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The topics as files, one JSON object a line, and each list that has rows as advisors print it. */
final class BankFiles implements BankOutput, OutputTopics.Listener {

    private final OutputFiles topics;
    private final JsonLinesFile lists;
    private final JsonLinesFile feedback;
    private final ListSheets sheets;

    /** @param directory made if missing; what is there under the same names is overwritten */
    BankFiles(Path directory, Offices offices) throws IOException {
        this.topics = new OutputFiles(directory);
        this.lists = JsonLinesFile.create(directory.resolve("advisor-lists.ndjson"));
        this.feedback = JsonLinesFile.create(directory.resolve("feedback.ndjson"));
        this.sheets = new ListSheets(directory.resolve("lists"), offices);
    }

    @Override
    public List<OutputTopics.Listener> listeners() {
        return List.of(topics, this);
    }

    @Override
    public void list(byte[] event) {
        write(lists, event);
    }

    @Override
    public void action(byte[] event, long appendedAt) {}

    @Override
    public void decision(byte[] event) {}

    @Override
    public void rejected(byte[] record) {}

    @Override
    public void sheet(AdvisorList list) {
        if (!list.rows().isEmpty()) {
            sheets.write(list);
        }
    }

    @Override
    public void said(Feedback said) {
        FeedbackJson.events(said).forEach(event -> write(feedback, event));
    }

    @Override
    public void close() throws IOException {
        try (topics;
                lists) {
            feedback.close();
        }
    }

    private static void write(JsonLinesFile file, byte[] json) {
        try {
            file.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
