package dev.anlass.engine.expression;

import dev.anlass.engine.event.Fields;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What cel-java's own runtime makes of a checked expression: slow, and right by definition. */
final class Reference {

    private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .setOptions(Limits.OPTIONS)
            .addFunctionBindings(
                    CelFunctionBinding.from("@local_hour", String.class, Long.class, (zone, time) -> (long)
                            Instant.ofEpochMilli(time).atZone(ZoneId.of(zone)).getHour()),
                    CelFunctionBinding.from(
                            "@weekday", String.class, Long.class, (zone, time) -> (long) Instant.ofEpochMilli(time)
                                    .atZone(ZoneId.of(zone))
                                    .getDayOfWeek()
                                    .getValue()),
                    CelFunctionBinding.from("distance_m", Map.class, Map.class, Reference::distance))
            .build();

    private final CheckedExpression expression;
    private final CelRuntime.Program program;

    Reference(Expression expression) throws CelEvaluationException {
        this.expression = (CheckedExpression) expression;
        this.program = RUNTIME.createProgram(this.expression.tree());
    }

    @Nullable
    Object evaluate(Scope scope) {
        try {
            return Values.as(
                    expression.type(),
                    program.eval(name ->
                            Optional.ofNullable(name.equals("@time") ? (Object) scope.time() : root(name, scope))));
        } catch (CelEvaluationException e) {
            return null;
        }
    }

    private static @Nullable Object root(String name, Scope scope) {
        Object value = scope.read(name.startsWith(".") ? name.substring(1) : name);
        return value instanceof Fields fields ? fields.retain(field -> fields.get(field) != Fields.REMOVED) : value;
    }

    private static double distance(Map<?, ?> a, Map<?, ?> b) {
        double[] u = direction((Double) a.get("lat"), (Double) a.get("lon"));
        double[] v = direction((Double) b.get("lat"), (Double) b.get("lon"));
        double chord = Math.sqrt(Math.pow(u[0] - v[0], 2) + Math.pow(u[1] - v[1], 2) + Math.pow(u[2] - v[2], 2));
        return 2 * 6_371_008.8 * Math.asin(chord / 2);
    }

    private static double[] direction(double latitude, double longitude) {
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        return new double[] {Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)};
    }
}
