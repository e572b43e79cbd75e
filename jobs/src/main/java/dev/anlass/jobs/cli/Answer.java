package dev.anlass.jobs.cli;

/** Ends a command early with a sentence for the user. */
final class Answer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String sentence;

    private Answer(int exitCode, String sentence) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
        this.sentence = sentence;
    }

    /** The answer is no. */
    static Answer no(String sentence) {
        return new Answer(1, sentence);
    }

    /** The command was used wrongly. */
    static Answer usedWrongly(String sentence) {
        return new Answer(2, sentence);
    }

    String sentence() {
        return sentence;
    }

    int exitCode() {
        return exitCode;
    }
}
