package dev.anlass.jobs.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line.
 *
 * <p>Every command ends with 0 if all is fine, 1 if the answer is no, 2 if it was used wrongly.
 */
@Command(
        name = "anlass",
        description = "Notices the moments for which somebody wrote a rule and proposes the one action that is worth"
                + " taking and allowed.",
        subcommands = {
            ValidateCommand.class,
            TestCommand.class,
            SimulateCommand.class,
            ReplayCommand.class,
            BacktestCommand.class,
            ExplainCommand.class,
            ConsentRecordCommand.class,
            DemoCommand.class,
            RunCommand.class,
            DeskCommand.class,
            GatewayCommand.class,
            PushCommand.class,
            PlanCommand.class,
            DeployCommand.class,
            RollbackCommand.class,
            LearnCommand.class,
            ReportCommand.class,
            StatusCommand.class,
            StateCommand.class,
            StopCommand.class,
            StartCommand.class
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is fine", "1:the answer is no", "2:used wrongly", "3:a mistake in Anlass itself"})
public final class Anlass implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int exitCode = commandLine(out, err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /** The command line that says what it has to say to the given writers. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Anlass())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failures::usedWrongly)
                .setExecutionExceptionHandler(Failures::broken);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }
}
