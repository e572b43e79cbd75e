package dev.anlass.engine.customer;

import dev.anlass.engine.event.ByName;
import dev.anlass.engine.event.NameSet;
import dev.anlass.engine.rule.Purpose;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The newest consent record of each purpose, and the purposes that an unreadable record blocks.
 *
 * <p>Immutable. A record replaces the earlier one of its purpose as a whole.
 */
public record Consents(ByName<ConsentRecord> newest, Block block) {

    /** How many purposes are remembered per customer; the one with the oldest record gives way. */
    public static final int MAX_PURPOSES = 64;

    public static final Consents NONE = new Consents(ByName.empty(), Block.NOTHING);

    /**
     * What unreadable records block until a readable one arrives.
     *
     * @param everything whether a record came whose purpose could not be read
     * @param purposes the blocked purposes; if everything is blocked, those that are not
     */
    public record Block(boolean everything, Set<String> purposes) {

        public static final Block NOTHING = new Block(false, Set.of());

        public Block {
            purposes = NameSet.of(purposes);
        }

        public boolean includes(String purpose) {
            return (!purposes.isEmpty() && purposes.contains(purpose)) != everything;
        }

        Block with(@Nullable String purpose) {
            return purpose == null ? new Block(true, Set.of()) : toggled(purpose, true);
        }

        Block without(String purpose) {
            return includes(purpose) ? toggled(purpose, false) : this;
        }

        private Block toggled(String purpose, boolean blocked) {
            Set<String> changed = new TreeSet<>(purposes);
            if (blocked != everything) {
                changed.add(purpose);
            } else {
                changed.remove(purpose);
            }
            return new Block(everything, changed);
        }
    }

    /** With one more record, unless a newer one of its purpose is known. A readable record ends the purpose's block. */
    public Consents with(ConsentRecord record) {
        ConsentRecord known = newest.get(record.purpose());
        Block lifted = block.without(record.purpose());
        if (known != null && !isNewer(record, known)) {
            return lifted == block ? this : new Consents(newest, lifted);
        }
        ByName<ConsentRecord> changed = newest.with(record.purpose(), record);
        return new Consents(changed.size() > MAX_PURPOSES ? changed.without(oldest(changed)) : changed, lifted);
    }

    private static String oldest(ByName<ConsentRecord> records) {
        return Collections.min(records.values(), Comparator.comparing(ConsentRecord::givenAt))
                .purpose();
    }

    /** With a purpose blocked, or every purpose if null. */
    public Consents blocking(@Nullable String purpose) {
        return new Consents(newest, block.with(purpose));
    }

    public boolean isBlocked(String purpose) {
        return block.includes(purpose);
    }

    /**
     * Whether a use of the categories (and, if a channel is given, a contact by it) is permitted at a time.
     *
     * @param time milliseconds since 1970
     */
    public Permission permission(Purpose purpose, Set<String> categories, @Nullable String channel, long time) {
        ConsentRecord record = newest.get(purpose.name());
        return new Permission(denial(purpose, record, categories, channel, time), record);
    }

    /** Whether a use of the categories is permitted at a time, in milliseconds since 1970. */
    public boolean permits(Purpose purpose, Set<String> categories, long time) {
        return denial(purpose, newest.get(purpose.name()), categories, null, time) == null;
    }

    /**
     * Whether a use of the categories is permitted, and was for everything that came at a time or later: nobody said
     * otherwise, or the record that permits it had arrived by then.
     *
     * @param since milliseconds since 1970
     * @param now milliseconds since 1970
     */
    public boolean heldSince(Purpose purpose, Set<String> categories, long since, long now) {
        Permission permission = permission(purpose, categories, null, now);
        ConsentRecord record = permission.record();
        boolean held = purpose.basis() == Purpose.Basis.CONTRACT || record == null || record.arrivedAt() < since;
        return permission.isGranted() && held;
    }

    private @Nullable String denial(
            Purpose purpose,
            @Nullable ConsentRecord record,
            Set<String> categories,
            @Nullable String channel,
            long time) {
        if (purpose.basis() == Purpose.Basis.CONTRACT) {
            return null;
        }
        if (isBlocked(purpose.name())) {
            return Permission.NO_CONSENT;
        }
        if (record == null) {
            return purpose.basis() == Purpose.Basis.CONSENT ? Permission.NO_CONSENT : null;
        }
        return switch (record.status()) {
            case WITHDRAWN, OBJECTED -> Permission.CONSENT_WITHDRAWN;
            case REFUSED -> Permission.NO_CONSENT;
            case GIVEN -> {
                boolean covers = !record.isExpired(time)
                        && !record.data().isEmpty()
                        && record.data().containsAll(categories)
                        && (channel == null || record.channels().contains(channel));
                yield covers || purpose.basis() == Purpose.Basis.LEGITIMATE_INTEREST ? null : Permission.NO_CONSENT;
            }
        };
    }

    /** The next instant after a time at which a record expires; {@code Long.MAX_VALUE} if none does. */
    public long nextExpiry(long after) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < newest.size(); i++) {
            ConsentRecord record = newest.valueAt(i);
            if (record.expiresAt() > after && record.status() == ConsentRecord.Status.GIVEN) {
                next = Math.min(next, record.expiresAt());
            }
        }
        return next;
    }

    /** By time, source and id. */
    private static boolean isNewer(ConsentRecord record, ConsentRecord known) {
        return byTimeSourceId(record).compareTo(byTimeSourceId(known)) > 0;
    }

    private static dev.anlass.engine.event.OrderKey byTimeSourceId(ConsentRecord record) {
        var key = record.givenAt();
        return new dev.anlass.engine.event.OrderKey(key.time(), 0, "", key.source(), key.id());
    }
}
