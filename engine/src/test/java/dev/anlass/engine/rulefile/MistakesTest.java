package dev.anlass.engine.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every mistake is shown where it is, all of them at once, with a way out: the exact text is a golden file. */
class MistakesTest {

    private static final Path RESOURCES = Path.of("src/test/resources/rulefile");

    @Test
    void allMistakesOfARuleSetAreShownAtOnce() throws IOException {
        Loaded loaded = Rulebook.load(RuleFiles.read(RESOURCES.resolve("mistakes")), "1");

        assertThat(loaded.bundle()).isNull();
        assertThat(loaded.problems().render()).isEqualTo(golden("mistakes.txt", loaded));
    }

    /** Written anew with {@code -Dgolden.write=true}. */
    private static String golden(String name, Loaded loaded) throws IOException {
        Path file = RESOURCES.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, loaded.problems().render());
        }
        return Files.readString(file);
    }
}
