package dev.anlass.engine.event;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads CloudEvents 1.0 in JSON: what a record says, or why it cannot be accepted.
 *
 * <p>Every sequence of bytes gives a result. Every declared field is checked; only what some rule reads, and what the
 * engine itself needs of the types with a fixed meaning, is kept. May be shared between threads.
 */
public final class EventDecoder {

    /** The longest record in structured mode, the longest data in binary mode. */
    public static final int MAX_BYTES = JsonText.MAX_BYTES;

    private final Map<String, TypeReader> types = new HashMap<>();
    private final FewTexts few = new FewTexts();

    /**
     * @param read for each event type the fields that some rule reads, {@code *} for all; absent for types that no rule
     *     reads. The event's time is a field {@code time} where it is read.
     * @param fences ids of the known fences
     */
    public EventDecoder(Catalogue catalogue, Map<String, Set<String>> read, Set<String> fences) {
        Set<String> known = Set.copyOf(fences);
        Set<String> attributes = catalogue.attributes().keySet();
        for (EventType type : catalogue.types().values()) {
            Set<String> fields = read.getOrDefault(type.name(), Set.of());
            types.put(type.name(), TypeReader.of(type, attributes, fields, known));
        }
        types.remove(EventType.FENCE_DWELLED); // only the engine itself can say how long somebody stayed
    }

    /**
     * Structured mode.
     *
     * @param appendTime the broker's append time in milliseconds since 1970, or null
     */
    public Decoded decode(byte[] json, @Nullable Long appendTime) {
        return decode(new StructuredMode(json, types, few), appendTime);
    }

    /** Binary mode: the attributes come from headers ({@code id}, {@code source}, …, without prefix), the data is JSON. */
    public Decoded decode(Map<String, String> attributes, byte[] data, @Nullable Long appendTime) {
        return decode(new BinaryMode(attributes, data, types), appendTime);
    }

    private Decoded decode(ContentMode message, @Nullable Long appendTime) {
        Decoded decoded = read(message, appendTime);
        if (decoded instanceof Decoded.Rejected rejected) {
            Remains remains = message.remains();
            return new Decoded.Rejected(rejected.rejection().withEventId(remains.id()), remains.blocked());
        }
        return decoded;
    }

    private Decoded read(ContentMode message, @Nullable Long appendTime) {
        if (message.size() > MAX_BYTES) {
            return rejected(Rejection.TOO_LARGE, "The record is larger than 64 KiB.");
        }
        try {
            Envelope envelope = new Envelope();
            Data data = message.read(envelope);
            return decoded(envelope, data, appendTime);
        } catch (StreamConstraintsException beyond) {
            return rejected(Rejection.TOO_LARGE, "The record is deeper than 16 levels or a text in it exceeds 8 KiB.");
        } catch (IOException unreadable) {
            return rejected(Rejection.NOT_JSON, "The record is not one whole JSON object in UTF-8.");
        }
    }

    private static Decoded decoded(Envelope envelope, @Nullable Data data, @Nullable Long appendTime) {
        Rejection problem = envelope.problem();
        if (problem != null) {
            return new Decoded.Rejected(problem, null);
        }
        long time = Math.min(envelope.time(), envelope.ownTime(appendTime));
        if (envelope.isTick()) {
            return new Decoded.Tick(time);
        }
        return data == null
                ? new Decoded.UnknownType(envelope.required(EnvelopeAttribute.TYPE), time)
                : data.type().decoded(envelope, data, time);
    }

    private static Decoded rejected(String reason, String detail) {
        return new Decoded.Rejected(new Rejection(reason, detail, null), null);
    }
}
