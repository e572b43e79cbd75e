package dev.anlass.jobs.cli;

import dev.anlass.engine.rulefile.Problems;
import dev.anlass.engine.scenario.ScenarioReport;
import dev.anlass.engine.scenario.ScenarioSuite;
import dev.anlass.engine.scenario.Stage;
import java.io.IOException;
import java.io.PrintWriter;
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
        PrintWriter out = spec.commandLine().getOut();
        RuleDirectory rules = RuleDirectory.load(directory);
        ScenarioSuite suite = rules.scenarios();
        Problems problems = rules.problems(suite).withMissingScenariosAsErrors();
        if (!problems.isEmpty()) {
            out.println(problems.render());
        }
        if (suite == null) {
            throw Answer.no("no scenario was played because the rules cannot be used; mend the errors above.");
        }
        ScenarioReport report = suite.run(Stage.inMemory());
        out.print(report.render());
        return report.isGood() && !problems.hasErrors() ? 0 : 1;
    }
}
