package dev.anlass.engine.simulation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Runs random worlds by the engine and by the reference, says how far it is, and saves those that differ. */
public final class Simulate {

    private static final int BATCH = 100;
    private static final int SAID_EVERY = 1_000;
    private static final int MOST_SAVED = 5;

    private final Simulation simulation = Simulation.inMemory();
    private final PrintWriter out;
    private final Options options;
    private final List<Long> failed = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong records = new AtomicLong();

    private Simulate(PrintWriter out, Options options) {
        this.out = out;
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    /** Gives the exit code: 0 if nothing differs, 1 if something does, 2 if the arguments make no sense. */
    public static int run(PrintWriter out, String... arguments) throws IOException {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException mistake) {
            out.println(mistake.getMessage());
            out.print(Options.USAGE);
            out.flush();
            return 2;
        }
        return new Simulate(out, options).run() ? 0 : 1;
    }

    private boolean run() throws IOException {
        if (options.world() != null) {
            String difference = simulation.difference(SavedWorld.read(options.world()));
            out.println(difference.isEmpty() ? "no difference" : difference);
            return difference.isEmpty();
        }
        long start = System.nanoTime();
        out.printf("seeds %,d to %,d%n", options.from(), options.through() - 1);
        long from = options.from();
        while (from < options.through() && failed.size() < MOST_SAVED) {
            long through = Math.min(from + BATCH, options.through());
            batch(from, through);
            from = through;
            if ((from - options.from()) % SAID_EVERY == 0 || from == options.through()) {
                out.println(progress(from, start));
            }
        }
        List<Long> first = failed.stream().sorted().limit(MOST_SAVED).toList();
        out.println(first.isEmpty() ? "no difference" : "different: seeds " + first);
        for (long seed : options.folder() == null ? List.<Long>of() : first) {
            save(seed, options.folder());
        }
        return failed.isEmpty();
    }

    private void batch(long from, long through) {
        LongStream.range(from, through).parallel().forEach(seed -> {
            World world = World.of(seed);
            records.addAndGet(world.lines().size());
            if (!simulation.difference(world).isEmpty()) {
                failed.add(seed);
                out.println("seed " + seed + " differs");
            }
        });
    }

    private String progress(long through, long start) {
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        return String.format(
                "%,d worlds, %,d records, %d differ, %d s",
                through - options.from(), records.get(), failed.size(), taken.toSeconds());
    }

    private void save(long seed, Path folder) throws IOException {
        World small = simulation.smallest(World.of(seed));
        Path saved = SavedWorld.write(small, folder);
        out.println("seed " + seed + " differs, saved in " + saved);
        out.println(simulation.difference(small));
    }

    /**
     * What the command line says.
     *
     * @param folder where worlds that differ are saved; null if nowhere
     * @param world the folder of a saved world that is run instead; null if none
     */
    record Options(
            long from,
            long through,
            @Nullable Path folder,
            @Nullable Path world) {

        static final String USAGE = """
                Usage: anlass simulate [--seeds N] [--from SEED] [--save FOLDER]
                       anlass simulate --world FOLDER
                Runs N random worlds (2,000 unless told) by the engine and by a slow reference, and says where they differ.
                A world that differs is made as small as it goes and saved in FOLDER (target/simulation unless told;
                none saves nothing). The run ends when five differ. Exit code 1 if any does.
                """;

        private static final long SEEDS = 2_000;

        static Options of(String... arguments) {
            long from = 0;
            long seeds = SEEDS;
            @Nullable Path folder = Path.of("target", "simulation");
            @Nullable Path world = null;
            for (int i = 0; i < arguments.length; i += 2) {
                if (i + 1 == arguments.length) {
                    throw new IllegalArgumentException(arguments[i] + " needs a value");
                }
                switch (arguments[i]) {
                    case "--from" -> from = number(arguments[i], arguments[i + 1]);
                    case "--seeds" -> seeds = number(arguments[i], arguments[i + 1]);
                    case "--save" -> folder = arguments[i + 1].equals("none") ? null : Path.of(arguments[i + 1]);
                    case "--world" -> world = Path.of(arguments[i + 1]);
                    default -> throw new IllegalArgumentException("no option is named " + arguments[i]);
                }
            }
            return new Options(from, from + seeds, folder, world);
        }

        private static long number(String option, String value) {
            try {
                return Long.parseLong(value.replace("_", ""));
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException(option + " needs a whole number, not " + value, notANumber);
            }
        }
    }
}
