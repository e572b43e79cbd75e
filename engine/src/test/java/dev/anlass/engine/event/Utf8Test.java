package dev.anlass.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private static final int[] TELLING = {
        0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
        0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFE, 0xFF
    };

    @Property
    void itAcceptsWhatJavaAccepts(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(24)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (random.nextInt(3) == 0 ? TELLING[random.nextInt(TELLING.length)] : 'a');
        }

        assertThat(Utf8.isValid(bytes)).isEqualTo(isValidToJava(bytes));
    }

    @Property
    void itAcceptsEveryText(@ForAll String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8.validPrefix(bytes, bytes.length)).isEqualTo(bytes.length);
    }

    @Test
    void thePrefixEndsBeforeABrokenCharacter() {
        byte[] bytes = "ab€cd".getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8.validPrefix(bytes, bytes.length)).isEqualTo(7);
        assertThat(Utf8.validPrefix(bytes, 4)).isEqualTo(2);
    }

    private static boolean isValidToJava(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }
}
