package dev.anlass.benchmarks.question;

import dev.anlass.benchmarks.measure.Figures;
import dev.anlass.benchmarks.measure.Results;
import dev.anlass.benchmarks.measure.Rounds;
import dev.anlass.benchmarks.measure.RunFacts;
import dev.anlass.benchmarks.mix.MeasuredStream;
import dev.anlass.benchmarks.mix.MixShape;
import dev.anlass.benchmarks.mix.RecordFile;
import dev.anlass.benchmarks.mix.RetailMix;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Program;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How many events a second does {@code replay} take of files that are not compressed: those that no rule reads, and a quarter
 * of the retail mix? The rules are read beforehand.
 */
public final class ReplayPace {

    private static final MixShape SHAPE = MixShape.RETAIL.withCustomers(50_000).withEvents(250_000);
    private static final int COUNTED_ROUNDS = 5;
    private static final int TIMES_UNREAD = 8;

    private ReplayPace() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> figures = RunFacts.now("benchmarks/run ReplayPace", SHAPE.seed());
        MeasuredStream mix = RetailMix.written(SHAPE, "replay");
        Program program = mix.program(Settings.DEFAULT);
        ReplayTurn unread = new ReplayTurn("unread", program, unreadIn(mix, program));
        ReplayTurn all = new ReplayTurn("retail mix", program, mix.directory().resolve("events.ndjson"));
        Rounds rounds = Rounds.of(COUNTED_ROUNDS, List.of(unread, all));
        figures.put("triggers", SHAPE.rules().triggers());
        figures.put("warming_rounds", rounds.warming());
        figures.put("unread", Figures.of(rounds.of(unread)));
        figures.put("retail_mix", Figures.of(rounds.of(all)));
        RunFacts.end(figures);
        Results.keep("replay-pace", figures);
        mix.delete();
    }

    /** A file of the events of the mix that no rule reads, several times. */
    private static Path unreadIn(MeasuredStream mix, Program program) throws IOException {
        Path file = mix.directory().resolve("unread.ndjson");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int time = 0; time < TIMES_UNREAD; time++) {
                writeUnread(mix.records().all(), program, out);
            }
        }
        return file;
    }

    private static void writeUnread(RecordFile.Cursor cursor, Program program, OutputStream out) throws IOException {
        while (cursor.advance()) {
            if (isUnread(program, program.decoder().decode(cursor.bytes(), null))) {
                out.write(cursor.bytes());
                out.write('\n');
            }
        }
    }

    private static boolean isUnread(Program program, Decoded decoded) {
        return decoded instanceof Decoded.Accepted accepted
                && !program.timetable()
                        .at(accepted.event().time())
                        .reads(accepted.event().type());
    }
}
