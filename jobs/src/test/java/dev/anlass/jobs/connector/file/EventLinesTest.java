package dev.anlass.jobs.connector.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.jobs.connector.RecordSource.InFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class EventLinesTest {

    @Test
    void blankLinesAreSkippedAndCounted() throws IOException {
        List<EventLine> lines = read("a\n\n  \r\nb\n".getBytes(UTF_8));

        assertThat(lines).extracting(EventLinesTest::text).containsExactly("a", "b");
        assertThat(lines).extracting(EventLine::source).containsExactly(new InFile("f", 1), new InFile("f", 4));
    }

    @Test
    void theLastLineNeedsNoLineFeed() throws IOException {
        assertThat(read("a\nb".getBytes(UTF_8)))
                .extracting(EventLinesTest::text)
                .containsExactly("a", "b");
    }

    @Test
    void nothingHasNoLines() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
        assertThat(read("\n\n".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        assertThat(read("\uFEFF{}\n".getBytes(UTF_8)))
                .extracting(EventLinesTest::text)
                .containsExactly("{}");
    }

    @Test
    void packedLinesAreUnpacked() throws IOException {
        assertThat(read(packed("a\nb\n"))).extracting(EventLinesTest::text).containsExactly("a", "b");
    }

    @Test
    void aPackedFileThatIsCutOffIsAnError() throws IOException {
        byte[] packed = packed("a\nb\n".repeat(1_000));

        assertThatThrownBy(() -> read(Arrays.copyOf(packed, packed.length / 2))).isInstanceOf(EOFException.class);
    }

    @Test
    void linesThatCrossTheBufferAreWhole() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            expected.add("line " + i + " " + "x".repeat(i % 97));
        }

        assertThat(read(String.join("\n", expected).getBytes(UTF_8)))
                .extracting(EventLinesTest::text)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void ofALineThatIsTooLongNoMoreIsKeptThanShowsIt() throws IOException {
        byte[] line = "x".repeat(500_000).getBytes(UTF_8);
        byte[] input = Arrays.copyOf(line, line.length + 3);
        System.arraycopy("\nb\n".getBytes(UTF_8), 0, input, line.length, 3);

        List<EventLine> lines = read(input);

        assertThat(lines.get(0).bytes()).hasSize(EventLines.MAX_BYTES + 1);
        assertThat(lines.get(0).sha256()).isEqualTo(sha256(line));
        assertThat(text(lines.get(1))).isEqualTo("b");
    }

    @Test
    void theHashIsThatOfTheLineWithoutItsLineFeed() throws IOException {
        assertThat(read("abc\n".getBytes(UTF_8)).get(0).sha256()).isEqualTo(sha256("abc".getBytes(UTF_8)));
    }

    private static List<EventLine> read(byte[] bytes) throws IOException {
        List<EventLine> all = new ArrayList<>();
        try (EventLines lines = EventLines.of("f", new ByteArrayInputStream(bytes))) {
            for (EventLine line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
        }
        return all;
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String text(EventLine line) {
        return new String(line.bytes(), UTF_8);
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(EventLine.sha256Digest().digest(bytes));
    }
}
