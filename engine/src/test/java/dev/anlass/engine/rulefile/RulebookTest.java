package dev.anlass.engine.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rule.Bundle;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulebookTest {

    static final Path RESOURCES = Path.of("src/test/resources/rulefile");

    @Test
    void firstContactLoads() throws IOException {
        Loaded loaded = Rulebook.load(RuleFiles.read(RESOURCES.resolve("first-contact")), "1");
        System.out.println(loaded.problems().render());
        Bundle bundle = loaded.bundle();
        assertThat(bundle).isNotNull();
        System.out.println(bundle.triggers());
        System.out.println(loaded.triggers());
    }

    @Test
    void examplesOfTheManualLoadWithoutProblem() throws IOException {
        Loaded loaded = Rulebook.load(RuleFiles.read(RESOURCES.resolve("shop")), "1");
        assertThat(loaded.problems().render()).isEqualTo("no problems\n");
    }
}
