package dev.anlass.benchmarks.question;

import dev.anlass.engine.event.Fields;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.Truth;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What does it cost to test a condition of two terms, always the same or one of a thousand, here and by cel-java's runtime? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ConditionBenchmark {

    private static final int EVENTS = 1_000;

    @Param({"1", "1000"})
    private int conditions;

    private Expression[] ours;
    private CelRuntime.Program[] theirs;
    private OneEvent[] scopes;
    private List<Map<String, Object>> maps;
    private int next;

    /** All that a condition sees. */
    private record OneEvent(Fields fields) implements dev.anlass.engine.expression.Scope {
        @Override
        public @Nullable Object read(String root) {
            return root.equals("event") ? fields : null;
        }

        @Override
        public long time() {
            return 0;
        }
    }

    @SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
    public ConditionBenchmark() {}

    /** Every second event has the price that its condition wants, and every second the category. */
    @Setup
    public void setUp() {
        Conditions all = new Conditions();
        SplittableRandom random = new SplittableRandom(Seed.OF_ALL);
        List<Expression> expressions = new ArrayList<>();
        List<CelRuntime.Program> programs = new ArrayList<>();
        scopes = new OneEvent[EVENTS];
        maps = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            int number = i % conditions;
            expressions.add(i < conditions ? all.compiled(Conditions.text(i)) : expressions.get(number));
            programs.add(i < conditions ? all.byCel(Conditions.text(i)) : programs.get(number));
            double price = number + (random.nextBoolean() ? 30 : 10);
            String category = Conditions.category(random.nextBoolean() ? number : number + 1);
            maps.add(Map.of("event", Map.of("price", price, "category", category)));
            scopes[i] = new OneEvent(Fields.of(Map.of("price", price, "category", category)));
        }
        ours = expressions.toArray(Expression[]::new);
        theirs = programs.toArray(CelRuntime.Program[]::new);
    }

    @Benchmark
    public Truth compiled() {
        int number = turn();
        return ours[number].test(scopes[number]);
    }

    @Benchmark
    public Object byCelJava() throws CelEvaluationException {
        int number = turn();
        return theirs[number].eval(maps.get(number));
    }

    private int turn() {
        next = next + 1 == EVENTS ? 0 : next + 1;
        return next;
    }
}
