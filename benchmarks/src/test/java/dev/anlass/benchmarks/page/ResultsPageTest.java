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
                .contains("| retail mix, 1,000 triggers, to the limit job | not taken | 1.5 × | 2.5 × | – | – |")
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
}
