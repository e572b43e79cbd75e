package dev.anlass.jobs.advisor;

import dev.anlass.engine.rulefile.Source;
import dev.anlass.jobs.config.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that says which branches and advisors there are. */
public final class OfficesFile {

    private OfficesFile() {}

    /** @throws CannotStart with a way out if it cannot be read or has mistakes */
    public static Offices read(String file) {
        OfficesReader.Read read = OfficesReader.read(new Source(file, text(file)));
        Offices offices = read.offices();
        if (offices == null) {
            throw new CannotStart("the file of branches and advisors has mistakes:\n"
                    + read.problems().render());
        }
        return offices;
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new CannotStart("the file of branches and advisors " + file
                    + " cannot be read: name one with advisor_lists.offices or ANLASS_ADVISOR_LISTS_OFFICES");
        }
    }
}
