package dev.anlass.jobs.replay;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.connector.file.EventLine;
import dev.anlass.jobs.connector.file.EventLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pure engine over recorded events: lines in, files out, time passes by the events. */
public final class Replay {

    public static final long GRACE_MILLIS = 5_000;

    private static final int EVENTS_BETWEEN_PROGRESS = 1_024;

    private final EventDecoder decoder;
    private final Population population;
    private final ReplayOutput output;
    private final ReplaySummary summary;
    private final Consumer<Supplier<String>> progress;

    /** @param progress is told now and then how far it has come */
    public Replay(
            Program program,
            Population population,
            ReplayOutput output,
            ReplaySummary summary,
            Consumer<Supplier<String>> progress) {
        this.decoder = program.decoder();
        this.population = population;
        this.output = output;
        this.summary = summary;
        this.progress = progress;
    }

    /**
     * Replays one file of events to its newest event, and says nothing meanwhile.
     *
     * @param out the directory to write to
     * @return what {@code summary.json} says that was counted
     */
    public static Map<String, Object> of(Path events, Program program, Path out) throws IOException {
        Population population = new Population(program, GRACE_MILLIS);
        ReplaySummary summary = new ReplaySummary(List.of());
        try (ReplayOutput output = ReplayOutput.in(out);
                EventLines lines = EventLines.of(events)) {
            Replay replay = new Replay(program, population, output, summary, state -> {});
            replay.feed(lines);
            replay.end(new ReplayEnd.NewestEvent());
        }
        summary.close(population);
        return summary.asMap();
    }

    /** Feeds the lines in their order. */
    public void feed(EventLines lines) throws IOException {
        for (EventLine line = lines.next(); line != null; line = lines.next()) {
            Decoded decoded = decoder.decode(line.bytes(), null);
            summary.count(decoded);
            if (decoded instanceof Decoded.Rejected rejected) {
                output.reject(rejected.rejection(), line);
            }
            carryOut(population.accept(decoded), line);
            if (summary.events() % EVENTS_BETWEEN_PROGRESS == 0) {
                progress.accept(summary::inWords);
            }
        }
    }

    /** Lets time pass to the end. */
    public void end(ReplayEnd end) throws IOException {
        carryOut(end.reach(population), null);
    }

    private void carryOut(List<Emission> emissions, @Nullable EventLine cause) throws IOException {
        for (Emission emission : emissions) {
            summary.count(emission.effect());
            output.write(emission.effect(), cause);
        }
    }
}
