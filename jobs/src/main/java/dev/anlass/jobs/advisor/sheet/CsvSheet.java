package dev.anlass.jobs.advisor.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.anlass.jobs.advisor.AdvisorList;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as CSV: RFC 4180 in UTF-8, with the byte order mark by which Excel knows it. Days are as ISO 8601 writes them.
 *
 * <p>Spreadsheets calculate what begins like a formula, quoted or not. An apostrophe before it makes it a text.
 */
final class CsvSheet {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Also in the form of full width, which some spreadsheets take for the same. */
    private static final String BEGIN_FORMULAS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final CsvSchema SCHEMA =
            CsvSchema.emptySchema().withLineSeparator("\r\n").withQuoteChar('"').withColumnSeparator(',');

    private static final CsvMapper CSV = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private CsvSheet() {}

    static byte[] of(AdvisorList list) {
        SheetWords words = SheetWords.in(list.language());
        List<List<String>> lines = new ArrayList<>();
        lines.add(words.columns());
        SheetRow.of(list, words).forEach(row -> lines.add(line(row)));
        try {
            String csv = CSV.writer(SCHEMA).writeValueAsString(lines);
            return (BYTE_ORDER_MARK + csv).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written as CSV", e);
        }
    }

    private static List<String> line(SheetRow row) {
        return row.cells().stream().map(CsvSheet::text).toList();
    }

    private static String text(@Nullable Object cell) {
        if (cell instanceof String text) {
            return harmless(text);
        }
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return cell == null ? "" : cell.toString();
    }

    private static String harmless(String text) {
        String seen = text.stripLeading();
        boolean looksLikeFormula = !text.isEmpty() && BEGIN_FORMULAS.indexOf(text.charAt(0)) >= 0
                || !seen.isEmpty() && BEGIN_FORMULAS.indexOf(seen.charAt(0)) >= 0;
        return looksLikeFormula ? "'" + text : text;
    }
}
