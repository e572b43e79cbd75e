package dev.anlass.engine.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one event while it is read, in whatever order they come.
 *
 * <p>An attribute that comes twice has its last value.
 */
final class Envelope {

    /** In the order in which their absence is reported. */
    private static final List<EnvelopeAttribute> MANDATORY = List.of(
            EnvelopeAttribute.ID,
            EnvelopeAttribute.SOURCE,
            EnvelopeAttribute.TYPE,
            EnvelopeAttribute.SUBJECT,
            EnvelopeAttribute.TIME);

    private static final int ATTRIBUTES = EnvelopeAttribute.values().length;

    private final @Nullable String[] values = new String[ATTRIBUTES];

    /** A bit for each attribute whose value is of the wrong JSON kind. */
    private int wrongKinds;

    private long time = Rfc3339.INVALID;

    void put(EnvelopeAttribute attribute, String value) {
        values[attribute.place()] = value;
        wrongKinds &= ~bit(attribute);
    }

    void putNull(EnvelopeAttribute attribute) {
        values[attribute.place()] = null;
        wrongKinds &= ~bit(attribute);
    }

    void putWrongKind(EnvelopeAttribute attribute) {
        values[attribute.place()] = null;
        wrongKinds |= bit(attribute);
    }

    /** The value; null if it is absent, null or of the wrong kind. */
    @Nullable
    String value(EnvelopeAttribute attribute) {
        return values[attribute.place()];
    }

    /** The value of an attribute that {@link #problem} has found to be there. */
    String required(EnvelopeAttribute attribute) {
        String value = value(attribute);
        if (value == null) {
            throw new IllegalStateException("not checked: " + attribute.word());
        }
        return value;
    }

    boolean isTick() {
        return EventType.TICK.equals(value(EnvelopeAttribute.TYPE));
    }

    boolean hasBinaryData() {
        return value(EnvelopeAttribute.DATA_BASE64) != null || isWrongKind(EnvelopeAttribute.DATA_BASE64);
    }

    /** The event's time in milliseconds since 1970, once {@link #problem} has found it to be one. */
    long time() {
        return time;
    }

    /** When the record was made, in milliseconds since 1970; without a statement of its own the append time, or never. */
    long ownTime(@Nullable Long appendTime) {
        String recorded = value(EnvelopeAttribute.RECORDED_TIME);
        if (recorded != null) {
            return Rfc3339.instant(recorded);
        }
        return appendTime == null ? Long.MAX_VALUE : appendTime;
    }

    OrderKey key(long time, int rank) {
        String sequence = value(EnvelopeAttribute.SEQUENCE);
        return new OrderKey(
                time,
                rank,
                sequence == null ? "" : sequence,
                required(EnvelopeAttribute.SOURCE),
                required(EnvelopeAttribute.ID));
    }

    /** The first thing that is wrong; null if nothing is. A tick is about nobody and needs no subject. */
    @Nullable
    Rejection problem() {
        for (EnvelopeAttribute attribute : MANDATORY) {
            String value = value(attribute);
            boolean lacks = value == null || value.isEmpty();
            if (lacks && !(attribute == EnvelopeAttribute.SUBJECT && isTick())) {
                return isWrongKind(attribute) ? wrongKind(attribute) : missing(attribute);
            }
        }
        time = Rfc3339.instant(required(EnvelopeAttribute.TIME));
        if (time == Rfc3339.INVALID) {
            return badTime(EnvelopeAttribute.TIME);
        }
        if (isWrongKind(EnvelopeAttribute.RECORDED_TIME) || !isTime(EnvelopeAttribute.RECORDED_TIME)) {
            return badTime(EnvelopeAttribute.RECORDED_TIME);
        }
        return isWrongKind(EnvelopeAttribute.SEQUENCE) ? wrongKind(EnvelopeAttribute.SEQUENCE) : null;
    }

    private boolean isTime(EnvelopeAttribute attribute) {
        String value = value(attribute);
        return value == null || Rfc3339.instant(value) != Rfc3339.INVALID;
    }

    private static Rejection missing(EnvelopeAttribute attribute) {
        String detail = "The attribute " + attribute.word() + " is missing or empty.";
        return new Rejection(Rejection.missing(attribute.word()), detail, null);
    }

    private static Rejection wrongKind(EnvelopeAttribute attribute) {
        if (attribute == EnvelopeAttribute.TIME) {
            return badTime(attribute);
        }
        String detail = "The attribute " + attribute.word() + " must be a string.";
        return new Rejection(Rejection.badField(attribute.word()), detail, null);
    }

    private static Rejection badTime(EnvelopeAttribute attribute) {
        String detail = "The attribute " + attribute.word() + " must be a time as RFC 3339 writes it.";
        return new Rejection(Rejection.BAD_TIME, detail, null);
    }

    private boolean isWrongKind(EnvelopeAttribute attribute) {
        return (wrongKinds & bit(attribute)) != 0;
    }

    private static int bit(EnvelopeAttribute attribute) {
        return 1 << attribute.place();
    }
}
