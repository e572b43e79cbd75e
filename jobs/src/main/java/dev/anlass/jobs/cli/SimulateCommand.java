package dev.anlass.jobs.cli;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code anlass simulate}: random worlds by the engine and by the slow reference.
 *
 * <p>The reference belongs to the engine's tests; the launcher puts it on the class path for this command alone.
 */
@Command(
        name = "simulate",
        description = "Runs random worlds, rules and records alike, by the engine and by a slow reference, and says"
                + " where they differ. A world that differs is made as small as it goes and saved.")
final class SimulateCommand implements Callable<Integer> {

    private static final String SIMULATE = "dev.anlass.engine.simulation.Simulate";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "2000",
            description = "how many worlds (default: ${DEFAULT-VALUE})")
    private long seeds;

    @Option(
            names = "--from",
            paramLabel = "SEED",
            defaultValue = "0",
            description = "the seed of the first world (default: ${DEFAULT-VALUE})")
    private long from;

    @Option(
            names = "--save",
            paramLabel = "DIR",
            defaultValue = "target/simulation",
            description = "where worlds that differ are saved, none for nowhere (default: ${DEFAULT-VALUE})")
    private String save = "";

    @Option(names = "--world", paramLabel = "DIR", description = "a world that was saved, which is run again instead")
    private @Nullable String world;

    @Override
    public Integer call() throws ReflectiveOperationException {
        PrintWriter out = spec.commandLine().getOut();
        Class<?> simulate;
        try {
            simulate = Class.forName(SIMULATE);
        } catch (ClassNotFoundException missing) {
            spec.commandLine().getErr().println("the simulation is a part of the sources: run ./anlass simulate there");
            return 1;
        }
        String[] arguments = world == null
                ? new String[] {"--seeds", Long.toString(seeds), "--from", Long.toString(from), "--save", save}
                : new String[] {"--world", world};
        try {
            return (Integer)
                    simulate.getMethod("run", PrintWriter.class, String[].class).invoke(null, out, arguments);
        } catch (InvocationTargetException broken) {
            throw new IllegalStateException("the simulation broke", broken.getCause());
        }
    }
}
