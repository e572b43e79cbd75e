package dev.anlass.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoDirectoryTest {

    @Test
    void isGoneWithEverythingInItWhenItIsClosed() throws Exception {
        DemoDirectory directory = DemoDirectory.create();
        Path below = Files.createDirectories(directory.path().resolve("checkpoints/1"));
        Files.writeString(below.resolve("state"), "state");

        directory.close();

        assertThat(directory.path()).doesNotExist();
    }
}
