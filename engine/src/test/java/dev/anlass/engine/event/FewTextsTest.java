package dev.anlass.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FewTextsTest {

    private static final JsonFactory JSON = new JsonFactory();

    private final FewTexts few = new FewTexts();

    @Property
    void givesWhatIsWritten(@ForAll int number) throws IOException {
        String text = "Ж" + number;

        assertThat(read(text)).isEqualTo(text);
        assertThat(read(text)).isEqualTo(text);
    }

    @Test
    void givesTheSameTextAgain() throws IOException {
        assertThat(read("basket.added")).isSameAs(read("basket.added"));
    }

    @Test
    void tellsTextsApartThatHaveTheSamePlace() throws IOException {
        assertThat(read("Aa")).isEqualTo("Aa");
        assertThat(read("BB")).isEqualTo("BB");
        assertThat(read("Aa")).isEqualTo("Aa");
    }

    @Test
    void givesLongTextsToo() throws IOException {
        assertThat(read("x".repeat(5_000))).hasSize(5_000);
    }

    private String read(String text) throws IOException {
        try (JsonParser parser = JSON.createParser(
                '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"')) {
            parser.nextToken();
            return few.read(parser);
        }
    }
}
