package dev.anlass.jobs.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;

/** What a command printed and how it ended. */
record CommandRun(int exitCode, String out, String err) {

    /** Runs a command in this process. */
    static CommandRun anlass(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        int exitCode = Anlass.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(texts);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    /** A directory or file among the test resources. */
    static Path resource(String path) {
        try {
            return Path.of(java.util.Objects.requireNonNull(CommandRun.class.getResource("/" + path), path)
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
