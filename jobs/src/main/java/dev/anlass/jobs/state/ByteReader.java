package dev.anlass.jobs.state;

import dev.anlass.engine.event.ByName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteWriter} wrote, in the same order. */
public final class ByteReader {

    private final byte[] bytes;
    private int position;
    private final List<Object> read = new ArrayList<>();
    private long timeBefore = ByteWriter.EPOCH;
    private boolean isFirstForm;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What follows was written in the first form: every time from the same epoch, no fixed words. */
    void expectFirstForm() {
        isFirstForm = true;
    }

    boolean isFirstForm() {
        return isFirstForm;
    }

    public boolean isAtEnd() {
        return position == bytes.length;
    }

    public int octet() {
        return bytes[position++] & 0xFF;
    }

    public boolean flag() {
        return octet() != 0;
    }

    public long natural() {
        long value = 0;
        int shift = 0;
        byte next = bytes[position++];
        while (next < 0) {
            value |= (next & 0x7FL) << shift;
            shift += 7;
            next = bytes[position++];
        }
        return value | (long) next << shift;
    }

    public int number() {
        return Math.toIntExact(natural());
    }

    public long whole() {
        long value = natural();
        return (value >>> 1) ^ -(value & 1);
    }

    public long time() {
        long code = natural();
        if (code == ByteWriter.NEVER) {
            return Long.MIN_VALUE;
        }
        if (code == ByteWriter.FOREVER) {
            return Long.MAX_VALUE;
        }
        long since = code - ByteWriter.TIMES;
        long time = ((since >>> 1) ^ -(since & 1)) + timeBefore;
        timeBefore = isFirstForm ? timeBefore : time;
        return time;
    }

    public double fraction() {
        long bits = 0;
        for (int i = 0; i < Double.BYTES; i++) {
            bits = bits << 8 | octet();
        }
        return Double.longBitsToDouble(bits);
    }

    public String text() {
        int length = number();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    public byte[] octets() {
        int length = number();
        byte[] octets = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return octets;
    }

    public @Nullable String textOrNull() {
        return flag() ? text() : null;
    }

    public String name() {
        int number = number();
        return number > 0 ? known(number) : remembered(text());
    }

    /** A name of which there are only a few in all: the very same text each time. */
    public String word() {
        int number = number();
        if (number > 0) {
            return known(number);
        }
        int length = number();
        String word = KnownWords.at(bytes, position, length);
        position += length;
        return remembered(word);
    }

    private String known(int number) {
        boolean isFixed = !isFirstForm && number % 2 == ByteWriter.FIXED;
        return isFixed ? FixedWords.at(number / 2) : (String) referredTo(number);
    }

    private Object referredTo(int number) {
        return read.get(isFirstForm ? number - 1 : (number - ByteWriter.REMEMBERED) / 2);
    }

    private String remembered(String name) {
        read.add(name);
        return name;
    }

    @SuppressWarnings("unchecked") // The writer wrote a value of the same type at this place.
    public <T> T shared(Supplier<T> reader) {
        int number = number();
        if (number > 0) {
            return (T) referredTo(number);
        }
        T value = reader.get();
        read.add(value);
        return value;
    }

    public <T> List<T> list(Supplier<T> reader) {
        int size = number();
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(reader.get());
        }
        return list;
    }

    /** They were written in order of their names. */
    public <T> ByName<T> byName(Supplier<T> reader) {
        String[] names = new String[number()];
        Object[] values = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = word();
            values[i] = reader.get();
        }
        return ByName.ofSorted(KnownNames.of(names), values);
    }

    public <T> Map<String, T> map(Supplier<T> reader) {
        int size = number();
        Map<String, T> map = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            String name = word();
            map.put(name, reader.get());
        }
        return map;
    }
}
