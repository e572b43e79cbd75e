package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.connector.RecordSource.InTopic;
import dev.anlass.jobs.operator.Outgoing;
import dev.anlass.jobs.operator.RawRecord;
import dev.anlass.jobs.push.Routes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;

/** What the push job takes from records. */
final class NotesOf {

    private final List<Note> notes = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();

    private NotesOf() {}

    static List<Note> events(RawRecord... records) throws Exception {
        return all(new EventNotes(), records).notes;
    }

    static List<String> rejectedEvents(RawRecord... records) throws Exception {
        return all(new EventNotes(), records).rejected;
    }

    static List<Note> actions(RawRecord... records) throws Exception {
        return all(new ActionNotes(new Routes(Set.of("push"), Set.of("sms"), Set.of())), records).notes;
    }

    static List<String> rejectedActions(RawRecord... records) throws Exception {
        return all(new ActionNotes(new Routes(Set.of("push"), Set.of("sms"), Set.of())), records).rejected;
    }

    static RawRecord record(String json) {
        return new RawRecord(
                new InTopic("t", 0, 7), 1_772_539_200_000L, Map.of(), json.getBytes(StandardCharsets.UTF_8));
    }

    private static NotesOf all(ProcessFunction<RawRecord, Note> function, RawRecord... records) throws Exception {
        NotesOf all = new NotesOf();
        try (OneInputStreamOperatorTestHarness<RawRecord, Note> harness =
                ProcessFunctionTestHarnesses.forProcessFunction(function)) {
            for (RawRecord record : records) {
                harness.processElement(new StreamRecord<>(record));
            }
            all.notes.addAll(harness.extractOutputValues());
            var refused = harness.getSideOutput(EventNotes.REJECTED);
            if (refused != null) {
                for (StreamRecord<Outgoing> line : refused) {
                    all.rejected.add(new String(line.getValue().value(), StandardCharsets.UTF_8));
                }
            }
        }
        return all;
    }
}
