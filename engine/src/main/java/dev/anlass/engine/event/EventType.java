package dev.anlass.engine.event;

/**
 * A type of event as the catalogue declares it.
 *
 * @param category the data category that permission is asked for, such as {@code behaviour}
 */
public record EventType(String name, String category, FieldType.RecordOf fields) {

    public static final String LOCATION_REPORTED = "location.reported";
    public static final String FENCE_ENTERED = "fence.entered";
    public static final String FENCE_EXITED = "fence.exited";
    public static final String FENCE_DWELLED = "fence.dwelled";
    public static final String CONSENT_CHANGED = "consent.changed";
    public static final String CUSTOMER_UPDATED = "customer.updated";
    public static final String CUSTOMER_ERASED = "customer.erased";
    public static final String TICK = "tick";

    public static final String LOCATION = "location";
    public static final String BEHAVIOUR = "behaviour";

    /** Whether the name is one that the engine itself gives a meaning to and that says something about the customer. */
    public static boolean isAboutCustomer(String name) {
        return name.equals(CONSENT_CHANGED) || name.equals(CUSTOMER_UPDATED) || name.equals(CUSTOMER_ERASED);
    }

    /** Whether events of this type are about a fence. */
    public static boolean isAboutFence(String name) {
        return name.equals(FENCE_ENTERED) || name.equals(FENCE_EXITED) || name.equals(FENCE_DWELLED);
    }
}
