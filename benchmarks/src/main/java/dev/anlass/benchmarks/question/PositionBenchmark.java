package dev.anlass.benchmarks.question;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Engine;
import dev.anlass.engine.step.Input;
import dev.anlass.engine.step.Program;
import dev.anlass.engine.step.StepResult;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How many positions of people who walk can be decoded and stepped in a second, under the bundled rules with 100,000 fences? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(2)
public class PositionBenchmark {

    private static final long GRACE_MILLIS = 5_000;

    /** Where people walk. */
    public enum Where {
        /** Far from every fence. */
        NOWHERE_NEAR,
        /** Half of them start near a shop. */
        IN_A_CITY
    }

    @Param
    private Where where;

    private Program program;
    private List<byte[]> records;
    private CustomerState[] permitting;

    @SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
    public PositionBenchmark() {}

    @Setup
    public void setUp() throws IOException {
        Towns towns = new Towns();
        program = BundledRules.program(towns.shops());
        Walks walks = new Walks(where == Where.IN_A_CITY ? towns::inTown : towns::atSea);
        records = walks.records();
        permitting = walks.consents(program.decoder()).stream()
                .map(consent ->
                        step(CustomerState.fresh(consent.customer()), consent).state())
                .toArray(CustomerState[]::new);
    }

    @Benchmark
    @OperationsPerInvocation(Walks.WALKERS * Walks.POSITIONS_EACH)
    public void decodedAndStepped(Blackhole blackhole) {
        CustomerState[] states = permitting.clone();
        for (int i = 0; i < records.size(); i++) {
            int walker = i % Walks.WALKERS;
            Decoded.Accepted position = (Decoded.Accepted) program.decoder().decode(records.get(i), null);
            StepResult result = step(states[walker], position.event());
            states[walker] = result.state();
            blackhole.consume(result.effects());
        }
    }

    private StepResult step(CustomerState state, Event event) {
        return Engine.step(program, state, new Input.Arrived(event, event.time() - GRACE_MILLIS));
    }
}
