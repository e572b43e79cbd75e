package dev.anlass.jobs.config;

/** Says in one sentence for the user why something cannot be started, and the way out. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence) {
        super(sentence);
    }
}
