package dev.anlass.jobs.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What Flink's web page knows of one job. */
final class JobPage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI job;

    JobPage(URI webPage, String jobId) {
        this.job = URI.create(webPage + "/jobs/" + jobId);
    }

    /** Whether every task is past its start. */
    boolean allTasksRun() throws IOException, InterruptedException {
        JsonNode vertices = read("").path("vertices");
        for (JsonNode vertex : vertices) {
            if (!vertex.path("status").asText().equals("RUNNING")) {
                return false;
            }
        }
        return !vertices.isEmpty();
    }

    /** What the newest failure says in its first line; empty if there was none. */
    String newestFailure() throws IOException, InterruptedException {
        String stack = read("/exceptions")
                .path("exceptionHistory")
                .path("entries")
                .path(0)
                .path("stacktrace")
                .asText();
        String deepest = "";
        for (String line : stack.lines().toList()) {
            if (deepest.isEmpty() || line.startsWith("Caused by: ")) {
                deepest = line;
            }
        }
        return deepest;
    }

    private JsonNode read(String below) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(job + below)).build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return JSON.readTree(answer.body());
    }
}
