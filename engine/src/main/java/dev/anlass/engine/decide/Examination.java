package dev.anlass.engine.decide;

/**
 * A candidate that is about to meet the gates.
 *
 * @param moment the moment decided, in milliseconds since 1970
 * @param bundle the one that decides
 * @param isLate whether a correction found the match
 */
public record Examination(String matchId, String trigger, String bundle, long moment, boolean isLate, Score score) {

    static Examination of(Candidate candidate) {
        return new Examination(
                candidate.match().id(),
                candidate.trigger().name(),
                candidate.bundle().number(),
                candidate.moment(),
                candidate.isLate(),
                candidate.score());
    }
}
