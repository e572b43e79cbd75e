package dev.anlass.engine.expression;

import java.util.List;

/** The result of checking the text of an expression. */
public sealed interface Checked {

    /** The text is right. */
    record Valid(Expression expression) implements Checked {}

    /** The text is wrong, at one or more places. */
    record Invalid(List<Mistake> mistakes) implements Checked {
        public Invalid {
            mistakes = List.copyOf(mistakes);
        }
    }
}
