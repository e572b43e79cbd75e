package dev.anlass.engine.expression;

import java.util.List;
import java.util.Set;

/**
 * What a condition asks of the event before anything else: that a field is one of some texts.
 *
 * <p>If the field is there and is none of them, the whole condition is false. If it is missing, nothing is said.
 *
 * @param path names of the fields from the event on, such as {@code fence, kind}
 */
public record FieldTest(List<String> path, Set<String> texts) {

    public FieldTest {
        path = List.copyOf(path);
        texts = Set.copyOf(texts);
    }
}
