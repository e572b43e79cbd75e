package dev.anlass.jobs.advisor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rulefile.Source;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The file of offices is read whole, or all that is wrong in it is said. */
class OfficesReaderTest {

    static final String FILE = """
            branches:
              zurich: {zone: Europe/Zurich, cut_off: "06:30", holidays: [2026-12-25], rows: 4, product_share: 50%}
              london: {zone: Europe/London}
            advisors:
              anna: {branch: zurich, name: Anna Muster, language: de, capacity: 3, absent: [2026-03-04, 2026-07-01..2026-07-14]}
              ben: {branch: london}
            words:
              savings-plan: {de: Sparplan, en: Savings plan}
            """;

    static Offices offices() {
        return requireNonNull(read(FILE).offices());
    }

    private static OfficesReader.Read read(String text) {
        return OfficesReader.read(new Source("offices.yaml", text));
    }

    @Test
    void aBranchFreezesItsListsOnWorkingDaysByItsOwnClock() {
        Branch zurich = requireNonNull(offices().branches().get("zurich"));

        assertThat(zurich.cutOffOn(LocalDate.parse("2026-01-05")))
                .isEqualTo(Instant.parse("2026-01-05T05:30:00Z").toEpochMilli());
        assertThat(zurich.cutOffOn(LocalDate.parse("2026-07-06")))
                .isEqualTo(Instant.parse("2026-07-06T04:30:00Z").toEpochMilli());
        assertThat(zurich.worksOn(LocalDate.parse("2026-12-24"))).isTrue();
        assertThat(zurich.worksOn(LocalDate.parse("2026-12-25"))).isFalse();
        assertThat(zurich.worksOn(LocalDate.parse("2026-12-26"))).isFalse();
        assertThat(zurich.rowsOfOneProduct(3)).isOne();
    }

    @Test
    void anAdvisorHasACapacityAndDaysOff() {
        Advisor anna = requireNonNull(offices().advisor("anna"));

        assertThat(anna.rows()).isEqualTo(3);
        assertThat(anna.worksOn(LocalDate.parse("2026-03-03"))).isTrue();
        assertThat(anna.worksOn(LocalDate.parse("2026-03-04"))).isFalse();
        assertThat(anna.worksOn(LocalDate.parse("2026-07-14"))).isFalse();
        long afterTheCutOff = Instant.parse("2026-03-03T05:30:00.001Z").toEpochMilli();
        assertThat(anna.firstDayFrom(afterTheCutOff - 1)).isEqualTo("2026-03-03");
        assertThat(anna.firstDayFrom(afterTheCutOff)).isEqualTo("2026-03-04");
        assertThat(anna.lastWorkingDay(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-04")))
                .isEqualTo("2026-03-03");
        assertThat(anna.lastWorkingDay(LocalDate.parse("2026-07-10"), LocalDate.parse("2026-07-14")))
                .isEqualTo("2026-07-10");
    }

    @Test
    void aWordIsSaidInALanguageOrAsItIs() {
        assertThat(offices().word("savings-plan", "de")).isEqualTo("Sparplan");
        assertThat(offices().word("savings-plan", "fr")).isEqualTo("savings-plan");
        assertThat(offices().word("loan", "de")).isEqualTo("loan");
    }

    @Test
    void allMistakesAreSaidAtOnce() {
        String mistakes = read("""
                        branches:
                          zurich: {zone: Europe/Zürich, cutoff: "06:00", holidays: [Christmas]}
                        advisors:
                          anna: {branch: zurch, absent: [2026-07-14..2026-07-01]}
                          ben: {language: de}
                        """).problems().render();

        assertThat(mistakes)
                .contains("is no time zone")
                .contains("a branch has no key \"cutoff\"")
                .contains("\"Christmas\" is no date")
                .contains("there is no branch \"zurch\"")
                .contains("ends before it begins")
                .contains("an advisor needs the key \"branch\"")
                .contains("6 errors");
    }
}
