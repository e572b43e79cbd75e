package dev.anlass.jobs.state;

import dev.anlass.engine.customer.DistinctSketch;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.event.OrderKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The stored form of events and of the values in them. Each value begins with an octet that names its type. */
public final class EventCodec {

    private static final int TEXT = 0;
    private static final int WHOLE = 1;
    private static final int FRACTION = 2;
    private static final int NO = 3;
    private static final int YES = 4;
    private static final int INSTANT = 5;
    private static final int LIST = 6;
    private static final int FIELDS = 7;
    private static final int REMOVED = 8;
    private static final int SKETCH = 9;
    private static final int NAME = 10;
    private static final int MILLIS = 11;
    private static final int HUNDREDTHS = 12;
    private static final int MILLIONTHS = 13;

    /** A text of so few characters takes as much room when it comes again as a number and its type. */
    private static final int SHORT = 2;

    private static final double PER_UNIT = 100;
    private static final double PER_MILLIONTH = 1_000_000;

    /** Larger numbers take less room as they are. */
    private static final double LARGEST_DECIMAL = 1e10;

    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final long LAST_SECOND_IN_MILLIS = Long.MAX_VALUE / 2_000;

    private EventCodec() {}

    public static void event(ByteWriter out, Event event) {
        out.name(event.customer());
        key(out, event.key());
        out.name(event.type());
        fields(out, event.fields());
    }

    public static Event event(ByteReader in) {
        return new Event(in.name(), key(in), in.word(), fields(in));
    }

    static void key(ByteWriter out, OrderKey key) {
        out.time(key.time());
        out.whole(key.rank());
        out.name(key.sequence());
        out.name(key.source());
        out.name(key.id());
    }

    static OrderKey key(ByteReader in) {
        return new OrderKey(in.time(), (int) in.whole(), in.name(), in.word(), in.name());
    }

    static void fields(ByteWriter out, Map<?, ?> fields) {
        out.natural(fields.size());
        fields.forEach((name, value) -> {
            out.name((String) name);
            value(out, value);
        });
    }

    /** They were written in order of their names. */
    static Fields fields(ByteReader in) {
        int size = in.number();
        if (size == 0) {
            return Fields.EMPTY;
        }
        String[] names = new String[size];
        Object[] values = new Object[size];
        for (int i = 0; i < size; i++) {
            names[i] = in.word();
            values[i] = value(in);
        }
        return Fields.ofSorted(KnownNames.of(names), values);
    }

    static void value(ByteWriter out, Object value) {
        if (value instanceof String text) {
            text(out, text);
        } else if (value instanceof Long number) {
            out.octet(WHOLE);
            out.whole(number);
        } else if (value instanceof Double number) {
            number(out, number);
        } else if (value instanceof Boolean flag) {
            out.octet(flag ? YES : NO);
        } else if (value instanceof Instant instant) {
            instant(out, instant);
        } else {
            composite(out, value);
        }
    }

    private static void text(ByteWriter out, String text) {
        if (text.length() <= SHORT) {
            out.octet(TEXT);
            out.text(text);
        } else {
            out.octet(NAME);
            out.name(text);
        }
    }

    private static void number(ByteWriter out, double number) {
        if (isDecimal(number, PER_UNIT)) {
            out.octet(HUNDREDTHS);
            out.whole(Math.round(number * PER_UNIT));
        } else if (isDecimal(number, PER_MILLIONTH)) {
            out.octet(MILLIONTHS);
            out.whole(Math.round(number * PER_MILLIONTH));
        } else {
            out.octet(FRACTION);
            out.fraction(number);
        }
    }

    /** Whether it is read again to the last bit from so many parts of one. */
    private static boolean isDecimal(double number, double parts) {
        double again = Math.round(number * parts) / parts;
        return Math.abs(number) * parts < LARGEST_DECIMAL
                && Double.doubleToRawLongBits(again) == Double.doubleToRawLongBits(number);
    }

    private static void instant(ByteWriter out, Instant instant) {
        boolean isWholeMillis = instant.getNano() % NANOS_PER_MILLI == 0;
        if (isWholeMillis && Math.abs(instant.getEpochSecond()) < LAST_SECOND_IN_MILLIS) {
            out.octet(MILLIS);
            out.time(instant.toEpochMilli());
        } else {
            out.octet(INSTANT);
            out.whole(instant.getEpochSecond());
            out.natural(instant.getNano());
        }
    }

    private static void composite(ByteWriter out, Object value) {
        if (value instanceof List<?> list) {
            out.octet(LIST);
            out.list(list, element -> value(out, element));
        } else if (value instanceof Map<?, ?> map) {
            out.octet(FIELDS);
            fields(out, map);
        } else if (value == Fields.REMOVED) {
            out.octet(REMOVED);
        } else if (value instanceof DistinctSketch sketch) {
            out.octet(SKETCH);
            out.list(sketch.smallest(), out::natural);
        } else {
            throw new IllegalStateException("a value of " + value.getClass() + " has no stored form");
        }
    }

    static Object value(ByteReader in) {
        int type = in.octet();
        return switch (type) {
            case TEXT -> in.text();
            case WHOLE -> in.whole();
            case FRACTION -> in.fraction();
            case NO -> false;
            case YES -> true;
            case INSTANT -> Instant.ofEpochSecond(in.whole(), in.natural());
            case LIST -> List.copyOf(in.list(() -> value(in)));
            case FIELDS -> fields(in);
            case REMOVED -> Fields.REMOVED;
            case NAME -> in.name();
            case MILLIS -> Instant.ofEpochMilli(in.time());
            case HUNDREDTHS -> in.whole() / PER_UNIT;
            case MILLIONTHS -> in.whole() / PER_MILLIONTH;
            case SKETCH -> new DistinctSketch(in.list(in::natural));
            default -> throw new IllegalStateException("there is no stored value of type " + type);
        };
    }
}
