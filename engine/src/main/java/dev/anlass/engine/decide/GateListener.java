package dev.anlass.engine.decide;

/** Is told what the gates see, if it asks why. */
public interface GateListener {

    /** Nobody asks. */
    GateListener NOBODY = new GateListener() {};

    /** Whether somebody asks why; if nobody does, nothing is collected for {@link #examines} and {@link #read}. */
    default boolean isAttentive() {
        return false;
    }

    /** A candidate is about to meet the gates; told only to those who are attentive. */
    default void examines(Examination examination) {}

    /** A gate has looked at a candidate; told only to those who are attentive. */
    default void read(Reading reading) {}
}
