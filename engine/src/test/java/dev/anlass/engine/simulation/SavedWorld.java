package dev.anlass.engine.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A world as files: the rules of each bundle, the settings, and the records in the order of their arrival. */
final class SavedWorld {

    private SavedWorld() {}

    static Path write(World world, Path folder) throws IOException {
        Path own = folder.resolve("seed-" + world.seed());
        Files.createDirectories(own);
        for (var file : world.rules().files().entrySet()) {
            Path path = own.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.write(own.resolve("records.ndjson"), world.lines());
        Files.write(
                own.resolve("settings.txt"),
                List.of(world.settings().toString(), world.arrivals().name()));
        return own;
    }
}
