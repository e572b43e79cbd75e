package dev.anlass.engine.rulefile;

/** A place in a rule file. */
public record Spot(Source source, int offset) {

    /** From 1. */
    public int line() {
        return source.line(offset);
    }

    /** The place so many characters further on. */
    public Spot plus(int characters) {
        return source.at(offset + characters);
    }
}
