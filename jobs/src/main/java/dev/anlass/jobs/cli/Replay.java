package dev.anlass.jobs.cli;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.connector.file.EventLine;
import dev.anlass.jobs.connector.file.EventLines;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pure engine over recorded events: lines in, files out, time passes by the events. */
final class Replay {

    private static final int EVENTS_BETWEEN_PROGRESS = 1_024;

    private final EventDecoder decoder;
    private final Population population;
    private final ReplayOutput output;
    private final ReplaySummary summary;
    private final Progress progress;

    Replay(Program program, Population population, ReplayOutput output, ReplaySummary summary, Progress progress) {
        this.decoder = program.decoder();
        this.population = population;
        this.output = output;
        this.summary = summary;
        this.progress = progress;
    }

    /** Feeds the lines in their order. */
    void feed(EventLines lines) throws IOException {
        for (EventLine line = lines.next(); line != null; line = lines.next()) {
            Decoded decoded = decoder.decode(line.bytes(), null);
            summary.count(decoded);
            if (decoded instanceof Decoded.Rejected rejected) {
                output.reject(rejected.rejection(), line);
            }
            carryOut(population.accept(decoded), line);
            if (summary.events() % EVENTS_BETWEEN_PROGRESS == 0) {
                progress.say(summary::inWords);
            }
        }
    }

    /** Lets time pass to the end. */
    void end(ReplayEnd end) throws IOException {
        carryOut(end.reach(population), null);
        progress.end();
    }

    private void carryOut(List<Emission> emissions, @Nullable EventLine cause) throws IOException {
        for (Emission emission : emissions) {
            summary.count(emission.effect());
            output.write(emission.effect(), cause);
        }
    }
}
