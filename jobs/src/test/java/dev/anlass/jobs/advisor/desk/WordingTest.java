package dev.anlass.jobs.advisor.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.advisor.Feedback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final Pattern USED = Pattern.compile("text\\(\"([a-z_.]+[a-z])\"");

    private final Wording german = Wording.of(Language.DE);
    private final Wording english = Wording.of(Language.EN);

    @Test
    void bothLanguagesSayTheSame() {
        assertThat(german.keys()).isEqualTo(english.keys());
    }

    @Test
    void everyTextThatAPageUsesIsThere() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("src/main/jte"))) {
            for (Path page : pages.toList()) {
                assertThat(english.keys())
                        .containsAll(USED.matcher(Files.readString(page))
                                .results()
                                .map(text -> text.group(1))
                                .toList());
            }
        }
        for (Refusal refusal : Refusal.values()) {
            assertThat(english.keys()).contains("refusal." + refusal.word());
        }
        for (Feedback.Kind kind : Feedback.Kind.values()) {
            assertThat(english.keys())
                    .contains(
                            "kept." + kind.word(),
                            "closed." + kind.word(),
                            "help." + kind.word(),
                            "key." + kind.word());
        }
    }

    @Test
    void datesAndNumbersAreThoseOfTheLanguage() {
        LocalDate day = LocalDate.of(1994, 3, 7);
        assertThat(german.fullDay(day)).isEqualTo("Montag, 7. März 1994");
        assertThat(german.shortDay(day)).isEqualTo("7.3.1994");
        assertThat(english.day(day)).isEqualTo("Mon 7 Mar 1994");
        assertThat(german.number(1234.5)).isEqualTo("1.234,5");
        assertThat(english.number(1234.5)).isEqualTo("1,234.5");
        assertThat(german.text("list.open", 1)).isEqualTo("1 Anruf offen");
        assertThat(english.text("sign_in.provider")).isEqualTo("Sign in with your bank's account");
    }

    @Test
    void aWordWithoutATextIsShownAsItIs() {
        assertThat(german.textOr("closed.", "consent_withdrawn")).isEqualTo("Einwilligung widerrufen");
        assertThat(german.textOr("closed.", "something_new")).isEqualTo("something_new");
    }
}
