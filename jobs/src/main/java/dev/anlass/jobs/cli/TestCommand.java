package dev.anlass.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anlass test}: proves every trigger by the scenarios beside its file. */
@Command(
        name = "test",
        description = "Runs all scenarios of a rule directory and says which triggers lack which kind: one that"
                + " emits, one that stays silent, one that is refused.")
final class TestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "rules",
            description = "the rule directory (default: ${DEFAULT-VALUE})")
    private Path directory = Path.of("rules");

    @Override
    public Integer call() throws IOException {
        RuleDirectory rules = RuleDirectory.load(directory);
        rules.bundleOrEnd(spec.commandLine().getErr());
        return 0;
    }
}
