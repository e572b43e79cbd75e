package dev.anlass.benchmarks.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes the page of results and its pictures from the JSON files alone; run from the root of the project.
 *
 * <p>The words are those of the template {@code results.md}. In it stand, in double braces, {@code goals}, {@code scale},
 * {@code latency}, {@code night}, {@code picture NAME}, {@code run FILE}, {@code ratio FILE PATH}, {@code pace FILE PATH}, and figures as {@code FILE PATH FORM}.
 */
public final class ResultsPage {

    private static final Path FOLDER = Path.of("benchmarks", "results");
    private static final String PAGE = "README.md";
    private static final Pattern HOLE = Pattern.compile("\\{\\{([^}]+)}}");

    private final ResultFiles results;
    private final List<Picture> pictures;

    private ResultsPage(ResultFiles results) {
        this.results = results;
        this.pictures = Pictures.of(results);
    }

    public static void main(String[] arguments) throws IOException {
        ResultsPage page = new ResultsPage(new ResultFiles(FOLDER));
        Files.writeString(FOLDER.resolve(PAGE), page.text());
        for (Picture picture : page.pictures) {
            picture.draw(FOLDER);
        }
        System.out.println(FOLDER.resolve(PAGE) + " and " + page.pictures.size() + " pictures");
    }

    /** The page of the files in a folder. */
    static String of(Path folder) {
        return new ResultsPage(new ResultFiles(folder)).text();
    }

    private String text() {
        return HOLE.matcher(template()).replaceAll(this::filled);
    }

    private String filled(MatchResult hole) {
        String[] words = hole.group(1).strip().split(" ", -1);
        return switch (words[0]) {
            case "goals" -> new GoalTable(results).text();
            case "scale" -> new ScaleTable(results).text();
            case "latency" -> new LatencyTable(results).text();
            case "night" -> new NightTable(results).text();
            case "picture" -> picture(words[1]);
            case "ratio" -> new Spread(results.at(words[1], words[2])).text();
            case "pace" -> Spread.ofPaces(results.at(words[1], words[2])).text();
            case "run" -> new RunLine(results, words[1]).text();
            default -> figure(words);
        };
    }

    private String picture(String name) {
        return pictures.stream()
                .filter(picture -> picture.name().equals(name))
                .findFirst()
                .map(Picture::link)
                .orElse("");
    }

    private String figure(String... words) {
        Form form = words.length > 2 ? Form.named(words[2]) : Form.PLAIN;
        return form.of(results.at(words[0], words[1]));
    }

    private static String template() {
        try (InputStream template = Objects.requireNonNull(ResultsPage.class.getResourceAsStream("results.md"))) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
