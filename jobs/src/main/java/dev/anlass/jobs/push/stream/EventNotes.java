package dev.anlass.jobs.push.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.jobs.connector.DeliveryJson;
import dev.anlass.jobs.connector.EffectJson;
import dev.anlass.jobs.connector.MessageJson;
import dev.anlass.jobs.operator.Outgoing;
import dev.anlass.jobs.operator.RawRecord;
import dev.anlass.jobs.operator.SoughtBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Takes from the events what delivery has to know.
 *
 * <p>A record about a device that cannot be accepted is rejected here; every other one is rejected by the trigger job.
 */
public final class EventNotes extends ProcessFunction<RawRecord, Note> {

    /** What cannot be accepted, with the reason. */
    static final OutputTag<Outgoing> REJECTED = new OutputTag<>("rejected", dev.anlass.jobs.operator.HandType.OUTGOING);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SoughtBytes DEVICE = sought("\"device.");
    private static final SoughtBytes MARKS = sought(DeliveryJson.MARKER);
    private static final List<SoughtBytes> MATTERS = List.of(
            DEVICE,
            sought('"' + EventType.CONSENT_CHANGED + '"'),
            sought('"' + EventType.CUSTOMER_ERASED + '"'),
            sought('"' + DeliveryJson.ACTION_DELIVERED + '"'),
            sought('"' + DeliveryJson.ACTION_FAILED + '"'));

    @Override
    public void processElement(RawRecord raw, Context context, Collector<Note> out) throws IOException {
        if (!raw.isBinaryMode() && MARKS.areIn(raw.value())) {
            mark(raw, out);
        }
        if (raw.isBinaryMode() || MATTERS.stream().anyMatch(sought -> sought.areIn(raw.value()))) {
            Decoded decoded = raw.decodedBy(DeviceEvents.DECODER);
            if (decoded instanceof Decoded.Accepted accepted) {
                take(accepted.event(), arrivedAt(raw, accepted.event()), raw, context, out);
            } else if (decoded instanceof Decoded.Rejected rejected) {
                refuse(rejected, raw, context, out);
            }
        }
    }

    private static void mark(RawRecord raw, Collector<Note> out) throws IOException {
        JsonNode event = JSON.readTree(raw.value());
        if (event.path("type").asText().equals(EventType.TICK)
                && event.path("subject").asText().startsWith(DeliveryJson.MARKER)) {
            out.collect(
                    new Note.Marked(event.path("subject").asText(), raw.source().partition()));
        }
    }

    private static void take(Event event, long arrivedAt, RawRecord raw, Context context, Collector<Note> out) {
        if (DeviceEvents.isAboutDevice(event)) {
            // What this job itself said: meanwhile the device may have another token, or it is found gone once more.
            if (event.source().equals(MessageJson.SOURCE)) {
                return;
            }
            DeviceEvents.Read read = DeviceEvents.read(event);
            if (read.problem() != null) {
                context.output(REJECTED, rejected(read.problem().withEventId(event.id()), raw));
            } else if (read.note() != null) {
                out.collect(read.note());
            }
            return;
        }
        Note note = note(event, arrivedAt);
        if (note != null) {
            out.collect(note);
        }
    }

    private static @Nullable Note note(Event event, long arrivedAt) {
        return switch (event.type()) {
            case EventType.CONSENT_CHANGED -> new Note.Said(event.customer(), ConsentRecord.of(event, arrivedAt));
            case EventType.CUSTOMER_ERASED -> new Note.Erased(event.customer(), event.time());
            case DeliveryJson.ACTION_DELIVERED -> DeviceEvents.delivered(event);
            case DeliveryJson.ACTION_FAILED -> DeviceEvents.failed(event);
            default -> null;
        };
    }

    private static void refuse(Decoded.Rejected rejected, RawRecord raw, Context context, Collector<Note> out) {
        Decoded.Blocked blocks = rejected.blocks();
        if (blocks != null) {
            out.collect(new Note.SaidUnreadably(blocks.customer(), blocks.purpose()));
        } else if (DeviceEvents.isAboutDevice(raw)
                && rejected.rejection().reason().startsWith("bad_field:")) {
            context.output(REJECTED, rejected(rejected.rejection(), raw));
        }
    }

    private static Outgoing rejected(dev.anlass.engine.event.Rejection rejection, RawRecord raw) {
        return new Outgoing(
                null, EffectJson.rejected(rejection, raw.source(), raw.origin().sha256()));
    }

    private static long arrivedAt(RawRecord raw, Event event) {
        Long appendedAt = raw.appendedAt();
        return appendedAt == null ? event.time() : appendedAt;
    }

    private static SoughtBytes sought(String text) {
        return new SoughtBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
