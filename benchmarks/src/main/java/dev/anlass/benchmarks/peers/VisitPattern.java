package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.peers.ShopEvent.Kind;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** A rule as a pattern of Flink CEP. Its windows end before their bound, hence the millisecond more. */
final class VisitPattern {

    private static final String BASKET = "basket";
    static final String VISIT = "visit";

    private VisitPattern() {}

    static Pattern<ShopEvent, ?> of(VisitRule rule) {
        return Pattern.<ShopEvent>begin(BASKET, AfterMatchSkipStrategy.noSkip())
                .where(SimpleCondition.of(rule::isBegunBy))
                .notFollowedBy("bought")
                .where(new Bought())
                .followedBy(VISIT)
                .where(SimpleCondition.of(event -> event.kind() == Kind.VISITED))
                .within(VisitRule.WITHIN.plusMillis(1));
    }

    /** What was put into the basket is bought. */
    private static final class Bought extends IterativeCondition<ShopEvent> {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean filter(ShopEvent event, Context<ShopEvent> context) throws Exception {
            if (event.kind() != Kind.PURCHASED) {
                return false;
            }
            for (ShopEvent basket : context.getEventsForPattern(BASKET)) {
                return basket.item().equals(event.item());
            }
            return false;
        }
    }
}
