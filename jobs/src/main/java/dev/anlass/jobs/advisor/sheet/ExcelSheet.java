package dev.anlass.jobs.advisor.sheet;

import dev.anlass.jobs.advisor.AdvisorList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A list as XLSX. Its cells are texts, numbers and days, never formulas; equal lists give equal bytes. */
final class ExcelSheet {

    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*");
    private static final LocalDateTime PACKED = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String HEAD_COLOR = "FFE8EEF4";
    private static final String SCORE = "0.00";

    /** In characters, in the order of the columns; the last one is for notes. */
    private static final List<Integer> WIDTHS = List.of(6, 18, 22, 48, 36, 13, 10, 18, 13, 11, 30);

    private ExcelSheet() {}

    static byte[] of(AdvisorList list) {
        SheetWords words = SheetWords.in(list.language());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (Workbook workbook = new Workbook(bytes, "Anlass", null);
                    Worksheet sheet = workbook.newWorksheet(list.day().toString())) {
                layOut(sheet);
                head(sheet, words);
                int line = 1;
                for (SheetRow row : SheetRow.of(list, words)) {
                    line(sheet, line++, row, words);
                }
            }
            return dated(bytes.toByteArray(), list.cutOff());
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
    }

    private static void layOut(Worksheet sheet) {
        for (int column = 0; column < WIDTHS.size(); column++) {
            sheet.width(column, WIDTHS.get(column));
        }
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    private static void head(Worksheet sheet, SheetWords words) {
        List<String> columns = words.columns();
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, columns.get(column));
        }
        sheet.value(0, columns.size(), words.notes());
        sheet.range(0, 0, 0, columns.size())
                .style()
                .bold()
                .fillColor(HEAD_COLOR)
                .wrapText(true)
                .set();
    }

    private static void line(Worksheet sheet, int line, SheetRow row, SheetWords words) {
        List<@Nullable Object> cells = row.cells();
        for (int column = 0; column < cells.size(); column++) {
            cell(sheet, line, column, cells.get(column), words);
        }
        sheet.range(line, 0, line, cells.size())
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
    }

    private static void cell(Worksheet sheet, int line, int column, @Nullable Object cell, SheetWords words) {
        if (cell instanceof String text) {
            sheet.value(line, column, text);
        } else if (cell instanceof LocalDate day) {
            sheet.value(line, column, day);
            sheet.style(line, column)
                    .format(words.dayPattern().toLowerCase(Locale.ROOT))
                    .set();
        } else if (cell instanceof BigDecimal number) {
            sheet.value(line, column, number);
            sheet.style(line, column).format(SCORE).set();
        } else if (cell instanceof Integer number) {
            sheet.value(line, column, number);
        }
    }

    /** The same workbook as if it had been made at the cut-off; the library takes the time of the machine. */
    private static byte[] dated(byte[] workbook, long cutOff) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry part : Collections.list(in.getEntriesInPhysicalOrder())) {
                byte[] content = in.getInputStream(part).readAllBytes();
                ZipEntry same = new ZipEntry(part.getName());
                same.setTimeLocal(PACKED);
                out.putNextEntry(same);
                out.write(part.getName().equals(PROPERTIES) ? dated(content, Instant.ofEpochMilli(cutOff)) : content);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] dated(byte[] properties, Instant time) {
        String xml = new String(properties, StandardCharsets.UTF_8);
        return CREATED.matcher(xml).replaceFirst("$1" + time).getBytes(StandardCharsets.UTF_8);
    }
}
