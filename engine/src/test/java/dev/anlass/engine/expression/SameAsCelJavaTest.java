package dev.anlass.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.Fields;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What is computed here is what cel-java's runtime computes, or unknown where that has an error. */
class SameAsCelJavaTest {

    private static final int EVENTS_PER_EXPRESSION = 8;
    private static final ExpressionCompiler COMPILER = new ExpressionCompiler(Map.of("event", Given.EVENT));

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void everyExpressionHasTheSameValue(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        RandomEvents events = new RandomEvents(random);
        String text = new RandomExpressions(random).any();
        Expression expression = ((Checked.Valid) COMPILER.check(text, null)).expression();
        Reference reference = new Reference(expression);
        for (int i = 0; i < EVENTS_PER_EXPRESSION; i++) {
            Fields event = events.next();
            Scope scope = Given.event(event)
                    .at(Instant.parse("2026-03-02T20:00:00Z").toEpochMilli())
                    .scope();
            assertThat(expression.evaluate(scope))
                    .as("%s with %s (seed %d)", text, event, seed)
                    .isEqualTo(reference.evaluate(scope));
        }
    }
}
