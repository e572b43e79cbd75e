package dev.anlass.jobs.advisor.sheet;

import static dev.anlass.jobs.advisor.SampleLists.HOSTILE;
import static dev.anlass.jobs.advisor.SampleLists.MONDAY;
import static dev.anlass.jobs.advisor.SampleLists.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.SampleLists;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Whatever stands in a row is text on its sheet, in each format. */
class SheetFormatsTest {

    private static final String FORMULA = "^[\\s]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*";
    private static final SheetNames NAMES = new SheetNames("Eva Nováková", "Praha 1");

    @Test
    void csvHasAColumnForEverythingInTheAdvisorsLanguage() throws IOException {
        List<String[]> lines = csv(list("eva", MONDAY, "anna"));

        assertThat(lines.get(0))
                .containsExactly(
                        "Rang",
                        "Kunde",
                        "Produkt",
                        "Anlass",
                        "Nächster Schritt",
                        "Spätestens am",
                        "Frühere Listen",
                        "Einwilligung",
                        "Erteilt am",
                        "Bewertung");
        assertThat(lines.get(1))
                .containsExactly(
                        "1",
                        "anna",
                        "Festgeld",
                        "Seit drei Wochen liegen 412 000 CZK ungenutzt auf dem Girokonto.",
                        "Anrufen und ein Festgeld über sechs Monate anbieten",
                        "2026-03-06",
                        "2",
                        "r-1",
                        "2025-08-14",
                        "45.00");
    }

    @Test
    void csvIsWhatRfc4180SaysBehindAByteOrderMark() {
        String csv = new String(CsvSheet.of(list("eva", MONDAY, "a \"b\", c")), StandardCharsets.UTF_8);

        assertThat(csv)
                .startsWith("\uFEFFRang,Kunde,")
                .contains("\r\n1,\"a \"\"b\"\", c\",")
                .endsWith("\r\n");
    }

    @Test
    void noCellOfCsvBeginsLikeAFormula() throws IOException {
        for (String text : HOSTILE) {
            List<String[]> lines = csv(hostile(text));
            assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).hasSize(10));
            assertThat(lines.get(1)).noneMatch(cell -> cell.matches("(?s)" + FORMULA));
            String clean = SheetText.of(text);
            assertThat(lines.get(1)[1]).isIn(clean, "'" + clean);
        }
        assertThat(csv(hostile("=1+1")).get(1)[1]).isEqualTo("'=1+1");
        assertThat(csv(hostile("a=1")).get(1)[1]).isEqualTo("a=1");
    }

    @Test
    void noCellOfXlsxIsAFormulaAndEveryTextIsThere() throws Exception {
        for (String text : HOSTILE) {
            Map<String, byte[]> parts = unzipped(ExcelSheet.of(hostile(text)));
            Document sheet = parsed(parts.get("xl/worksheets/sheet1.xml"));
            assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
            assertThat(sheet.getElementsByTagName("hyperlink").getLength()).isZero();
            assertThat(texts(parsed(parts.get("xl/sharedStrings.xml")))).contains(SheetText.of(text));
        }
    }

    @Test
    void xlsxSaysNothingOfWhenItWasWritten() throws IOException {
        Map<String, byte[]> parts = unzipped(ExcelSheet.of(list("eva", MONDAY, "anna")));

        assertThat(new String(parts.get("docProps/core.xml"), StandardCharsets.UTF_8))
                .contains(">2026-03-02T05:00:00Z</dcterms:created>")
                .doesNotContain("modified");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ExcelSheet.of(list("eva", MONDAY))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).hasToString("1980-01-01T00:00");
            }
        }
    }

    @Test
    void thePageSaysItInTheAdvisorsLanguage() {
        assertThat(page(list("eva", MONDAY, "anna")))
                .contains("<html lang=\"de\">", "Anrufliste – Eva Nováková", "Montag, 2. März 2026 · Praha 1 · 1 Kunde")
                .contains("Stand 2. März 2026, 06:00 Uhr", ">06.03.2026<")
                .contains("auf 2 früheren Listen, seit 26.02.2026", "Einwilligung r-1, 14.08.2025", "45,00")
                .contains("3 über der Tageskapazität, 2 über dem Anteil ihres Produkts, 1 zu Kunden");
        assertThat(page(SampleLists.of(
                        "eva", MONDAY, "en", list("eva", MONDAY, "anna", "bob").rows())))
                .contains(
                        "<html lang=\"en\">",
                        "Call list – Eva Nováková",
                        "Monday, 2 March 2026 · Praha 1 · 2 customers")
                .contains(">6 Mar 2026<", "on 2 earlier lists, since 26 Feb 2026");
        assertThat(page(list("eva", MONDAY))).contains("Heute steht niemand auf der Liste.");
    }

    @Test
    void nothingOnThePageIsMarkupOfAnotherHand() {
        String harmless = tags(page(hostile("harmless")));
        for (String text : HOSTILE) {
            String page = page(hostile(text));
            assertThat(tags(page)).isEqualTo(harmless);
            assertThat(page).doesNotContain("<script", "<img", "\u0000");
        }
    }

    /** A list on which every text is the same one. */
    private static AdvisorList hostile(String text) {
        return SampleLists.of("eva", MONDAY, "de", List.of(SampleLists.rowOf(text)));
    }

    private static String page(AdvisorList list) {
        return new String(PrintedSheet.of(list, NAMES), StandardCharsets.UTF_8);
    }

    private static String tags(String page) {
        return page.replaceAll("(?s)>[^<]*<", "><");
    }

    private static List<String[]> csv(AdvisorList list) throws IOException {
        String csv = new String(CsvSheet.of(list), StandardCharsets.UTF_8).substring(1);
        try (var lines = new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .readerFor(String[].class)
                .<String[]>readValues(csv)) {
            return lines.readAll();
        }
    }

    private static Map<String, byte[]> unzipped(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static Document parsed(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<String> texts(Document strings) {
        List<String> texts = new ArrayList<>();
        NodeList nodes = strings.getElementsByTagName("t");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
