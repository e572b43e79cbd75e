package dev.anlass.engine.simulation;

/** In which order the events of a world arrive. */
public enum Arrivals {
    /** In the order of their places. */
    IN_ORDER,
    /** Out of order, some later than the lateness, some twice. */
    DISORDERED
}
