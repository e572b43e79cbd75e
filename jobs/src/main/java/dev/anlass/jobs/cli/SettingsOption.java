package dev.anlass.jobs.cli;

import dev.anlass.jobs.config.DeskSettings;
import dev.anlass.jobs.config.GatewaySettings;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.SettingsReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the file of settings, and what stands there. */
final class SettingsOption {

    private static final Path USUAL = Path.of("anlass.yaml");

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "the file of settings (default: anlass.yaml if it is there); variables of the environment such"
                            + " as ANLASS_KAFKA_BOOTSTRAP go before it")
    private @Nullable Path file;

    /** The settings, if they are right; otherwise the command ends after saying all that is wrong. */
    JobSettings settingsOrEnd(PrintWriter err) throws IOException {
        return rightOrEnd(readOrEnd(err).settings());
    }

    /** The same for those of the desk. */
    DeskSettings deskOrEnd(PrintWriter err) throws IOException {
        return rightOrEnd(readOrEnd(err).desk());
    }

    /** The same for those of the gateway. */
    GatewaySettings gatewayOrEnd(PrintWriter err) throws IOException {
        return rightOrEnd(readOrEnd(err).gateway());
    }

    private SettingsReader.Read readOrEnd(PrintWriter err) throws IOException {
        Path read = file == null && Files.exists(USUAL) ? USUAL : file;
        SettingsReader.Read settings = SettingsReader.read(read, System.getenv());
        if (settings.problems().hasErrors()) {
            err.print(settings.problems().render());
        }
        return settings;
    }

    private static <T> T rightOrEnd(@Nullable T settings) {
        if (settings == null) {
            throw Answer.usedWrongly("the settings cannot be used; mend the errors above.");
        }
        return settings;
    }
}
