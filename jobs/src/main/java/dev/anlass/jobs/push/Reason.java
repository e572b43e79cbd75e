package dev.anlass.jobs.push;

/** Why an action did not arrive, where it is not a provider that says so. */
public final class Reason {

    public static final String EXPIRED = "expired";
    public static final String REVOKED = "revoked";
    public static final String NO_DEVICE = "no_device";
    public static final String DEVICE_REMOVED = "device_removed";
    public static final String NOT_SET_UP = "not_set_up";
    public static final String TOO_MANY = "too_many";

    private Reason() {}
}
