package dev.anlass.jobs.state;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as few bytes as possible; {@link ByteReader} reads them.
 *
 * <p>Numbers take as many bytes as they need. A name or a shared value is written once and then referred to; names of
 * which everybody has some are {@link FixedWords}.
 */
public final class ByteWriter {

    /** The first time is counted from 2024 on, so that today's are short, every later one from the one before. */
    static final long EPOCH = 1_704_067_200_000L;

    static final int NEVER = 0;
    static final int FOREVER = 1;
    static final int TIMES = 2;

    /** References: 0 to something new, from here every second number to a fixed word, the others to what was written. */
    static final int FIXED = 1;

    static final int REMEMBERED = 2;

    private static final int LONGEST_NUMBER = 10;
    private static final int ASCII_END = 0x80;

    private byte[] bytes = new byte[256];
    private int size;
    private long timeBefore = EPOCH;
    private final boolean remembers;
    private final Written written = new Written();

    public ByteWriter() {
        this(true);
    }

    private ByteWriter(boolean remembers) {
        this.remembers = remembers;
    }

    /** One that writes shared values each time anew: for a few bytes more it need not look for them. */
    public static ByteWriter forgetful() {
        return new ByteWriter(false);
    }

    /** Begins anew. */
    public void clear() {
        size = 0;
        timeBefore = EPOCH;
        written.clear();
    }

    /** Hands over what was written. */
    public void writeTo(DataOutput target) throws IOException {
        target.writeInt(size);
        target.write(bytes, 0, size);
    }

    /** What was written, as an array of its own. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    public void octet(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    public void flag(boolean value) {
        octet(value ? 1 : 0);
    }

    /** A number that is hardly ever negative. */
    public void natural(long value) {
        room(LONGEST_NUMBER);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    public void whole(long value) {
        natural((value << 1) ^ (value >> 63));
    }

    /** Milliseconds since 1970; {@code Long.MIN_VALUE} and {@code Long.MAX_VALUE} are short. */
    public void time(long millis) {
        if (millis == Long.MIN_VALUE) {
            natural(NEVER);
        } else if (millis == Long.MAX_VALUE) {
            natural(FOREVER);
        } else {
            long since = millis - timeBefore;
            natural(((since << 1) ^ (since >> 63)) + TIMES);
            timeBefore = millis;
        }
    }

    public void fraction(double value) {
        long bits = Double.doubleToRawLongBits(value);
        room(Double.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (bits >>> shift);
        }
    }

    /** Its length in bytes, then UTF-8. */
    public void text(String text) {
        int start = size;
        natural(text.length());
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next >= ASCII_END) {
                size = start;
                octets(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[size++] = (byte) next;
        }
    }

    public void octets(byte[] octets) {
        natural(octets.length);
        room(octets.length);
        System.arraycopy(octets, 0, bytes, size, octets.length);
        size += octets.length;
    }

    public void textOrNull(@Nullable String text) {
        flag(text != null);
        if (text != null) {
            text(text);
        }
    }

    /** A text that is likely to come again. */
    public void name(String name) {
        if (!isReferredTo(remembers ? written.equalTo(name) : Written.NOTHING)) {
            Integer fixed = remembers ? FixedWords.number(name) : null;
            natural(fixed == null ? 0 : FIXED + 2L * fixed);
            if (fixed == null) {
                text(name);
                remember(name);
            }
        }
    }

    /** A value that is likely to come again, or one equal to it: written the first time, then only its number. */
    public <T> void shared(T value, Consumer<T> writer) {
        if (!isReferredTo(remembers ? written.equalTo(value) : Written.NOTHING)) {
            natural(0);
            writer.accept(value);
            remember(value);
        }
    }

    /** The same for a value that is large: only the very same object is found again. */
    public <T> void same(T value, Consumer<T> writer) {
        if (!isReferredTo(remembers ? written.sameAs(value) : Written.NOTHING)) {
            natural(0);
            writer.accept(value);
            if (remembers) {
                written.addSame(value);
            }
        }
    }

    private boolean isReferredTo(int number) {
        if (number == Written.NOTHING) {
            return false;
        }
        natural(REMEMBERED + 2L * number);
        return true;
    }

    private void remember(Object value) {
        if (remembers) {
            written.add(value);
        }
    }

    public <T> void list(Collection<T> list, Consumer<T> writer) {
        natural(list.size());
        list.forEach(writer);
    }

    public <T> void map(Map<String, T> map, Consumer<T> writer) {
        natural(map.size());
        map.forEach((name, value) -> {
            name(name);
            writer.accept(value);
        });
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
