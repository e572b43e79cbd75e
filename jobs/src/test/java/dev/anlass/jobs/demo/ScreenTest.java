package dev.anlass.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static final String CLEAR = "\r\u001b[K";

    private final StringWriter lines = new StringWriter();
    private final StringWriter terminal = new StringWriter();

    @Test
    void aLineGoesAboveTheStatus() {
        Screen screen = new Screen(new PrintWriter(lines), new PrintWriter(terminal));
        screen.status(() -> "10 fed");
        screen.line("an action");

        assertThat(lines).hasToString("an action" + System.lineSeparator());
        assertThat(terminal).hasToString(CLEAR + "10 fed" + CLEAR + CLEAR + "10 fed");
    }

    @Test
    void nothingButLinesIsSaidWhereNobodyLooks() {
        Screen screen = new Screen(new PrintWriter(lines), null);
        screen.status(() -> "10 fed");
        screen.line("an action");

        assertThat(lines).hasToString("an action" + System.lineSeparator());
    }
}
