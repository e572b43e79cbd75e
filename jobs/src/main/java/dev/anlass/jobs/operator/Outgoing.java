package dev.anlass.jobs.operator;

import org.jspecify.annotations.Nullable;

/** A record that goes out, encoded. */
public final class Outgoing {

    private final @Nullable String customer;
    private final byte[] value;

    /** @param customer whose records stay in order; null if it is about nobody */
    public Outgoing(@Nullable String customer, byte[] value) {
        this.customer = customer;
        this.value = value;
    }

    public @Nullable String customer() {
        return customer;
    }

    public byte[] value() {
        return value;
    }
}
