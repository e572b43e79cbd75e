package dev.anlass.jobs.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page of metrics that Prometheus reads. */
public final class MetricsPage {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI page;

    public MetricsPage(URI page) {
        this.page = page;
    }

    URI page() {
        return page;
    }

    /** The values of these metrics now. */
    public List<Sample> read(String... names) throws IOException, InterruptedException {
        String query = Arrays.stream(names)
                .map(name -> "name%5B%5D=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(page + "?" + query)).build();
        String text = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return text.lines().map(Sample::of).filter(Objects::nonNull).toList();
    }

    /** The values of all metrics now. */
    List<Sample> readAll() throws IOException, InterruptedException {
        return read();
    }
}
