package dev.anlass.jobs.advisor.sheet;

import static dev.anlass.jobs.advisor.SampleLists.HOSTILE;
import static dev.anlass.jobs.advisor.SampleLists.MONDAY;
import static dev.anlass.jobs.advisor.SampleLists.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.jobs.advisor.Offices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each list has its three files, below the directory and nowhere else. */
class ListSheetsTest {

    private static final Offices NOBODY = new Offices(Map.of(), Map.of(), Map.of());

    @Test
    void aListIsThreeFilesThatAreTheSameEachTime(@TempDir Path directory) throws IOException {
        ListSheets sheets = new ListSheets(directory, NOBODY);
        sheets.write(list("eva.novak", MONDAY, "anna", "bob"));
        List<byte[]> before = contents(directory);
        sheets.write(list("eva.novak", MONDAY, "anna", "bob"));

        assertThat(names(directory))
                .containsExactly("2026-03-02/eva.novak.csv", "2026-03-02/eva.novak.html", "2026-03-02/eva.novak.xlsx");
        assertThat(contents(directory)).containsExactlyElementsOf(before);
    }

    @Test
    void aListThatLostARowReplacesItsFiles(@TempDir Path directory) throws IOException {
        ListSheets sheets = new ListSheets(directory, NOBODY);
        sheets.write(list("eva", MONDAY, "anna", "bob"));
        sheets.write(list("eva", MONDAY, "anna", ""));

        assertThat(Files.readString(directory.resolve("2026-03-02/eva.html")))
                .contains("anna", "gelöscht")
                .doesNotContain("bob");
        assertThat(names(directory)).hasSize(3);
    }

    @Test
    void noAdvisorsIdLeavesTheDirectoryOrMeetsAnother(@TempDir Path parent) throws IOException {
        Path directory = parent.resolve("lists");
        List<String> advisors = Stream.concat(
                        HOSTILE.stream(),
                        Stream.of(
                                "eva",
                                "Eva",
                                "EVA",
                                "e/va",
                                "e\\va",
                                "..",
                                ".",
                                "",
                                "con",
                                "nul.txt",
                                "LPT1",
                                "eva.",
                                " eva",
                                "eva ",
                                "/etc/passwd",
                                "C:\\x",
                                "x".repeat(10_001),
                                "eva~1",
                                "Žofie",
                                "Zofie"))
                .toList();
        ListSheets sheets = new ListSheets(directory, NOBODY);
        advisors.forEach(advisor -> sheets.write(list(advisor, MONDAY, "anna")));

        assertThat(names(parent)).hasSize(3 * advisors.size()).allSatisfy(name -> assertThat(name)
                .matches("lists/2026-03-02/[a-z0-9._~-]{1,70}\\.(csv|xlsx|html)")
                .doesNotContain(".."));
        assertThat(names(parent))
                .extracting(name -> name.toLowerCase(java.util.Locale.ROOT))
                .doesNotHaveDuplicates();
        assertThat(names(parent)).contains("lists/2026-03-02/eva.csv").doesNotContain("lists/2026-03-02/con.csv");
    }

    @Test
    void whereNothingCanBeWrittenIsSaid(@TempDir Path parent) throws IOException {
        Path file = Files.writeString(parent.resolve("taken"), "no directory");

        assertThatThrownBy(() -> new ListSheets(file, NOBODY).write(list("eva", MONDAY, "anna")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<byte[]> contents(Path directory) throws IOException {
        List<byte[]> contents = new java.util.ArrayList<>();
        for (String name : names(directory)) {
            contents.add(Files.readAllBytes(directory.resolve(name)));
        }
        return contents;
    }
}
