package dev.anlass.engine.event;

/**
 * The place of an input among all inputs of one customer: by time, rank, sequence, source, id.
 *
 * <p>Time is event time in milliseconds since 1970. Text compares by its UTF-8 bytes.
 *
 * @param sequence the CloudEvents attribute, empty if absent
 */
public record OrderKey(long time, int rank, String sequence, String source, String id) implements Comparable<OrderKey> {

    /** Rank of consent and customer events: they come first among the events of one time. */
    public static final int RANK_CUSTOMER = 0;

    /** Rank of every other event. */
    public static final int RANK_EVENT = 1;

    /** Rank of a consent or customer event that is applied when it arrives: after the events applied so far. */
    public static final int RANK_NOW = 2;

    /** Rank of what comes due: after every event of the same time. */
    public static final int RANK_DUE = 3;

    /** Before everything. */
    public static final OrderKey START = new OrderKey(Long.MIN_VALUE, 0, "", "", "");

    /** The place of everything that is due at a time. */
    public static OrderKey due(long time) {
        return new OrderKey(time, RANK_DUE, "", "", "");
    }

    /** The place before every event of a time. */
    public static OrderKey before(long time) {
        return new OrderKey(time, -1, "", "", "");
    }

    public boolean isBefore(OrderKey other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(OrderKey other) {
        if (time != other.time) {
            return Long.compare(time, other.time);
        }
        return rank != other.rank ? Integer.compare(rank, other.rank) : compareNames(other);
    }

    private int compareNames(OrderKey other) {
        int order = compareUtf8(sequence, other.sequence);
        if (order == 0) {
            order = compareUtf8(source, other.source);
        }
        return order != 0 ? order : compareUtf8(id, other.id);
    }

    /** Compares by UTF-8 bytes, which is the order of code points. */
    public static int compareUtf8(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean bothSurrogate = Character.isSurrogate(a) == Character.isSurrogate(b);
                return bothSurrogate ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
