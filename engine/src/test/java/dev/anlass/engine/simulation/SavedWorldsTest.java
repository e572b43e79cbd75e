package dev.anlass.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Worlds in which a bug was found once, the smallest that show it. */
class SavedWorldsTest {

    private static final Path WORLDS = Path.of("src", "test", "resources", "simulation");

    static List<Path> worlds() throws IOException {
        try (Stream<Path> folders = Files.list(WORLDS)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void nothingDiffersAnyMore(Path folder) throws IOException {
        assertThat(Simulation.inMemory().difference(SavedWorld.read(folder))).isEmpty();
    }

    @Test
    void aWorldIsReadAsItWasSaved(@TempDir Path folder) throws IOException {
        World world = World.of(7);
        assertThat(SavedWorld.read(SavedWorld.write(world, folder)).text()).isEqualTo(world.text());
    }
}
