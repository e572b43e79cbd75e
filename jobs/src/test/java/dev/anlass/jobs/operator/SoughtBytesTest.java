package dev.anlass.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** Bytes are found just where a text search finds them. */
class SoughtBytesTest {

    @Property(tries = 2_000)
    void theyAreFoundWhereverTheyStand(
            @ForAll @Chars({'"', 't', 'i', 'c', 'k', '\u00e4'}) @StringLength(max = 40) String before,
            @ForAll @Chars({'"', 't', 'i', 'c', 'k', '\u00e4'}) @StringLength(min = 1, max = 4) String sought) {
        SoughtBytes bytes = new SoughtBytes(latin(sought));

        assertThat(bytes.areIn(latin(before))).isEqualTo(before.contains(sought));
        assertThat(bytes.areIn(latin(before + sought))).isTrue();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
