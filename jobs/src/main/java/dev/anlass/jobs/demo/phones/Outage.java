package dev.anlass.jobs.demo.phones;

/** How a provider is down. */
public enum Outage {
    NONE,
    /** It answers every request with 503. */
    UNAVAILABLE,
    /** Nobody listens. */
    UNREACHABLE
}
