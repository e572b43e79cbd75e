package dev.anlass.engine.match;

import dev.anlass.engine.rule.ScoreTables;
import java.util.List;
import java.util.Optional;

/**
 * Which program and which score table decide at which time: those with the largest effective time; the first program also
 * decides what is older.
 */
public record Timetable(List<MatchProgram> programs, ScoreTables scores) {

    /** @param programs at least one, in order of their effective times */
    public Timetable {
        programs = List.copyOf(programs);
        if (programs.isEmpty()) {
            throw new IllegalArgumentException("a timetable needs at least one program");
        }
    }

    public MatchProgram at(long time) {
        MatchProgram deciding = programs.get(0);
        for (int i = 1; i < programs.size(); i++) {
            MatchProgram program = programs.get(i);
            if (program.bundle().effectiveFrom() <= time) {
                deciding = program;
            }
        }
        return deciding;
    }

    /** The effective time of the bundle that decides at a time. */
    public long editionAt(long time) {
        return at(time).bundle().effectiveFrom();
    }

    /** Whether anything comes of an event after everything that made the facts, before anything is due in them. */
    public Standstill standstill(Facts facts, Remembered cause) {
        return new Standstill(at(cause.event().time()), facts, cause);
    }

    /** The newest program of the bundle with a number. */
    public Optional<MatchProgram> numbered(String number) {
        return programs.stream()
                .filter(program -> program.bundle().number().equals(number))
                .reduce((older, newer) -> newer);
    }

    /** The first effective time after a time; {@code Long.MAX_VALUE} if there is none. */
    public long nextSwitch(long after) {
        for (int i = 1; i < programs.size(); i++) {
            long effectiveFrom = programs.get(i).bundle().effectiveFrom();
            if (effectiveFrom > after) {
                return effectiveFrom;
            }
        }
        return Long.MAX_VALUE;
    }
}
