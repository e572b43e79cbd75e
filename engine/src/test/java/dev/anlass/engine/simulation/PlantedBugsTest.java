package dev.anlass.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every planted bug still fits the sources; {@code engine/planted-bugs/find} says whether it is found. */
class PlantedBugsTest {

    private static final String FILE = "+++ b/engine/";

    static List<Path> patches() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("planted-bugs"))) {
            return files.filter(file -> file.toString().endsWith(".patch"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("patches")
    void whatItReplacesIsThere(Path patch) throws IOException {
        String[] parts = Files.readString(patch).split("(?m)^@@.*\n");
        String source = parts[0].lines()
                .filter(line -> line.startsWith(FILE))
                .map(line -> line.substring(FILE.length()))
                .findFirst()
                .orElseThrow();
        for (String hunk : List.of(parts).subList(1, parts.length)) {
            assertThat(Files.readString(Path.of(source))).contains(before(hunk));
        }
    }

    private static String before(String hunk) {
        return hunk.lines()
                .filter(line -> line.startsWith(" ") || line.startsWith("-"))
                .map(line -> line.substring(1))
                .collect(Collectors.joining("\n"));
    }
}
