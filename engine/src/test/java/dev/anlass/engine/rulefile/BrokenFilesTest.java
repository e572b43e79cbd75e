package dev.anlass.engine.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever stands in a rule file, it is a finding and never an exception. */
class BrokenFilesTest {

    private static final RuleFiles SHOP = shop();

    @Property(tries = 30)
    void aTruncatedFileIsRead(@ForAll @IntRange(max = 100) int file, @ForAll @IntRange(max = 3000) int length) {
        String path = SHOP.paths().get(file % SHOP.paths().size());
        String text = SHOP.source(path).text();
        assertReads(SHOP.with(path, text.substring(0, Math.min(length, text.length()))));
    }

    @Property(tries = 30)
    void aFileWithAStrayCharacterIsRead(
            @ForAll @IntRange(max = 100) int file, @ForAll @IntRange(max = 3000) int at, @ForAll char stray) {
        String path = SHOP.paths().get(file % SHOP.paths().size());
        StringBuilder text = new StringBuilder(SHOP.source(path).text());
        text.insert(Math.min(at, text.length()), stray);
        assertReads(SHOP.with(path, text.toString()));
    }

    @Property(tries = 30)
    void aFileWithoutALineIsRead(@ForAll @IntRange(max = 100) int file, @ForAll @IntRange(max = 60) int line) {
        String path = SHOP.paths().get(file % SHOP.paths().size());
        String[] lines = SHOP.source(path).text().split("\n", -1);
        lines[line % lines.length] = "";
        assertReads(SHOP.with(path, String.join("\n", lines)));
    }

    @Property(tries = 30)
    void aFileOfPunctuationIsRead(@ForAll @IntRange(max = 100) int file, @ForAll("punctuation") String text) {
        assertReads(SHOP.with(SHOP.paths().get(file % SHOP.paths().size()), text));
    }

    @Provide
    Arbitrary<String> punctuation() {
        return Arbitraries.strings().withChars("{}[]:,-\n \"'$|>&*!?#%@abt1").ofMaxLength(60);
    }

    private static void assertReads(RuleFiles files) {
        Loaded loaded = Rulebook.load(files, null);
        assertThat(loaded.bundle() == null).isEqualTo(loaded.problems().hasErrors());
        assertThat(loaded.problems().render()).isNotEmpty();
    }

    private static RuleFiles shop() {
        try {
            return RuleFiles.read(Path.of("src/test/resources/rulefile/shop"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
