package dev.anlass.jobs.advisor.desk;

/** The visitor may not see this, or it does not exist: which of both is not said. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused() {
        super("refused", null, false, false);
    }
}
