package dev.anlass.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsPageTest {

    private static final Path COMMITTED = Path.of("results");
    private static final Pattern PICTURE = Pattern.compile("]\\(([a-z-]+\\.png)\\)");
    private static final String ONE_FIGURE = """
            {"date": "2026-11-22", "commit": "abc", "load_before": 1.04,
             "job_to_limit": {"median": 1.2, "min": 1.1, "max": 1.25}}
            """;

    private static final String ONE_NIGHT = """
            {"date": "2026-11-22", "commit": "abc", "load_before": 1.04, "banks": [
             {"customers": 20000, "advisors": 1000, "schedules": 200, "register_seconds": 2.221, "schedules_seconds": 4.05,
              "cut_seconds": 0.396, "night_seconds": 4.574, "proposals": 4017, "lists": 979, "rows": 4016, "left_out": 1,
              "state_bytes_registered": {"all": 4135399}, "state_bytes_before_the_cut": {"all": 11305869},
              "state_bytes_per_customer": 200, "state_bytes_per_proposal": 579,
              "heap_peak_bytes": 630800240, "heap_peak_bytes_after_collections": 151285448}]}
            """;

    @TempDir
    Path empty;

    /** If this fails: {@code benchmarks/run ResultsPage}. */
    @Test
    void thePageIsMadeOfTheFilesBesideIt() throws IOException {
        assertThat(Files.readString(COMMITTED.resolve("README.md"))).isEqualTo(ResultsPage.of(COMMITTED));
    }

    @Test
    void everyPictureOfThePageIsThere() {
        assertThat(PICTURE.matcher(ResultsPage.of(COMMITTED)).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(COMMITTED.resolve(link.substring(2, link.length() - 1)))
                        .exists());
    }

    @Test
    void aQuestionWithoutFiguresWasNotTaken() {
        assertThat(ResultsPage.of(empty))
                .contains(
                        "| retail mix, 1,000 triggers, 200,000 customers, to the limit job | not taken | 1.5 × | 2.5 × | – | – |")
                .doesNotContain("{{")
                .doesNotContain("![");
    }

    @Test
    void aGoalIsMissedByAFactor() throws IOException {
        Files.writeString(empty.resolve("throughput-retail.json"), ONE_FIGURE);

        assertThat(ResultsPage.of(empty))
                .contains("| 1.2 × (1.1 to 1.25) | 1.5 × | 2.5 × | **must missed by 1.25 times** |"
                        + " [throughput-retail](throughput-retail.json), abc, 2026-11-22, load 1.0 |");
    }

    @Test
    void theNightHasALineForEachBank() throws IOException {
        Files.writeString(empty.resolve("nightly-cut.json"), ONE_NIGHT);

        assertThat(ResultsPage.of(empty))
                .contains(
                        "| 20,000 | 1,000 / 200 | 2.22 | 4.05 | 0.396 | 4.57 | 4,017 | 979 / 4,016 / 1 | 4.14 / 11.3 |"
                                + " 200 / 579 | 631 / 151 |");
    }
}
