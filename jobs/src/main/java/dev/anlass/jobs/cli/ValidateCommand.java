package dev.anlass.jobs.cli;

import dev.anlass.engine.rulefile.Problems;
import dev.anlass.engine.rulefile.TriggerSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anlass validate}: all mistakes in a rule directory at once, and what each trigger needs permission for. */
@Command(
        name = "validate",
        description = "Says everything that is wrong with a rule directory, and for each trigger the purpose, the"
                + " channel and the data categories that it needs permission for.")
final class ValidateCommand implements Callable<Integer> {

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
        Problems problems = rules.problems(rules.scenarios());
        out.print(problems.render());
        List<TriggerSummary> triggers = rules.loaded().triggers();
        if (!triggers.isEmpty()) {
            out.println();
            out.print(permissions(triggers));
        }
        return problems.hasErrors() ? 1 : 0;
    }

    private static String permissions(List<TriggerSummary> triggers) {
        TextTable table = new TextTable("trigger", "state", "purpose", "channel", "data");
        for (TriggerSummary trigger : triggers) {
            table.row(
                    trigger.name(),
                    trigger.state().name().toLowerCase(Locale.ROOT),
                    trigger.purpose(),
                    trigger.channel(),
                    String.join(", ", trigger.categories()));
        }
        return table.render();
    }
}
