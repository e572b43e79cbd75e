package dev.anlass.engine.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions applied to computed arguments: without all of these there is no value. */
final class Application {

    private Application() {}

    static Computation of(Operation.Unary function, Computation argument) {
        return (scope, variables) -> {
            Object value = argument.compute(scope, variables);
            return value == null ? null : function.apply(value);
        };
    }

    static Computation of(Operation.Binary function, Computation left, Computation right) {
        return (scope, variables) -> {
            Object first = left.compute(scope, variables);
            if (first == null) {
                return null;
            }
            Object second = right.compute(scope, variables);
            return second == null ? null : function.apply(first, second);
        };
    }

    static Computation of(Operation function, List<Computation> arguments) {
        Computation[] all = arguments.toArray(new Computation[0]);
        return (scope, variables) -> {
            Object[] values = values(all, scope, variables);
            return values == null ? null : function.apply(values);
        };
    }

    private static Object @Nullable [] values(Computation[] all, Scope scope, Variables variables) {
        Object[] values = new Object[all.length];
        for (int i = 0; i < all.length; i++) {
            Object value = all[i].compute(scope, variables);
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return values;
    }
}
