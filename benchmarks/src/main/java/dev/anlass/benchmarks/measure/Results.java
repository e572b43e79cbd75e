package dev.anlass.benchmarks.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where figures are kept: one JSON file for each question. */
public final class Results {

    private static final Path FOLDER = Path.of("benchmarks", "results");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Results() {}

    /** Prints the figures and keeps them; run from the root of the project. */
    public static void keep(String question, Map<String, Object> figures) throws IOException {
        String text = JSON.writeValueAsString(figures) + "\n";
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(question + ".json"), text.getBytes(StandardCharsets.UTF_8));
        System.out.print(text);
    }
}
