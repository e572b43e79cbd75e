package dev.anlass.jobs.cli;

import dev.anlass.engine.rulefile.Words;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a user reads when a command cannot do its work: one sentence with a way out, and no stack trace. */
final class Failures {

    /** Set to anything, this environment variable shows where a mistake of ours happened. */
    static final String TRACE = "ANLASS_TRACE";

    private static final int USED_WRONGLY = 2;
    private static final int OUR_MISTAKE = 3;

    private Failures() {}

    static int usedWrongly(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        say(command.getErr(), name, sentence(mistake) + "; " + name + " --help shows how it is used.");
        return USED_WRONGLY;
    }

    static int broken(Exception failure, CommandLine command, ParseResult arguments) {
        String name = command.getCommandSpec().qualifiedName();
        if (failure instanceof Answer answer) {
            say(command.getErr(), name, answer.sentence());
            return answer.exitCode();
        }
        if (failure instanceof IOException io) {
            say(command.getErr(), name, sentence(io));
            return USED_WRONGLY;
        }
        if (failure instanceof UncheckedIOException io && io.getCause() != null) {
            say(command.getErr(), name, sentence(io.getCause()));
            return USED_WRONGLY;
        }
        say(
                command.getErr(),
                name,
                "this is a mistake in Anlass, please report it: " + failure + "; with " + TRACE
                        + "=1 in the environment it says where.");
        if (System.getenv(TRACE) != null) {
            failure.printStackTrace(command.getErr());
        }
        return OUR_MISTAKE;
    }

    private static void say(PrintWriter err, String command, String sentence) {
        err.println(command + ": " + sentence);
        err.flush();
    }

    private static String sentence(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return sentence(unmatched);
        }
        String message = String.valueOf(mistake.getMessage());
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private static String sentence(UnmatchedArgumentException unmatched) {
        String typed = unmatched.getUnmatched().get(0);
        String unknown = "\"" + typed + "\" is not known here";
        var commands = unmatched.getCommandLine().getSubcommands().keySet();
        boolean isCommand = !typed.startsWith("-") && !commands.isEmpty();
        String wayOut = Words.nearest(typed, isCommand ? commands : unmatched.getSuggestions());
        return wayOut == null ? unknown : unknown + ", " + wayOut;
    }

    private static String sentence(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof NoSuchFileException) {
            return "there is no " + message + "; name a file or directory that exists.";
        }
        if (failure instanceof AccessDeniedException) {
            return message + " may not be opened; change its permissions or name another.";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return message + " is a file where a directory is needed; name another.";
        }
        if (failure instanceof EOFException || failure instanceof ZipException) {
            return "a packed file is damaged or cut off (" + message + "); pack it again.";
        }
        return message.endsWith(".") ? message : message + ".";
    }
}
